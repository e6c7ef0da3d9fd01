using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Remembers how many records an org has, for all sessions of a connection.</summary>
internal sealed class OrgSize
{
    private readonly AccountSize _contacts = new();
    private readonly AccountSize _leads = new();

    public AccountSize Of(RecordType recordType) => recordType == RecordType.Lead ? _leads : _contacts;
}
