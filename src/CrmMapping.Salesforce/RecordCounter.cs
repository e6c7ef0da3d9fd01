namespace CrmMapping.Salesforce;

/// <summary>Counts an org's records without reading them; converted leads stand for nobody and do not count.</summary>
internal sealed class RecordCounter(RecordsApi api)
{
    public Task<long> CountAsync(RecordType recordType, CancellationToken cancellationToken) =>
        api.CountAsync(recordType, ObjectNames.Alive(recordType), cancellationToken);
}
