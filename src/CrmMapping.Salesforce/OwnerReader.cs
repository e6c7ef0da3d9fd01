namespace CrmMapping.Salesforce;

/// <summary>Reads an org's users, deactivated ones included, and the queues that can own leads.</summary>
internal sealed class OwnerReader(RecordsApi api)
{
    private const string Users = "SELECT Id, Name, Email, IsActive FROM User WHERE UserType = 'Standard' ORDER BY Id";
    private const string Queues = "SELECT Id, Name FROM Group WHERE Type = 'Queue' ORDER BY Id";

    public async Task<IReadOnlyList<CrmOwner>> ReadAsync(CancellationToken cancellationToken)
    {
        var pages = new ListPages(api);
        var users = await pages.ReadAllAsync("read owners", Users, SalesforceJson.Default.WireListWireOwner, cancellationToken).ConfigureAwait(false);
        var queues = await pages.ReadAllAsync("read queues", Queues, SalesforceJson.Default.WireListWireOwner, cancellationToken).ConfigureAwait(false);
        return [.. users.Concat(queues).Where(static owner => owner.Id is { Length: > 0 }).Select(Of).DistinctBy(static owner => owner.Id)];
    }

    private static CrmOwner Of(WireOwner owner)
    {
        var email = string.IsNullOrWhiteSpace(owner.Email) ? null : owner.Email;
        return new CrmOwner(owner.Id!, email, string.IsNullOrWhiteSpace(owner.Name) ? email ?? owner.Id! : owner.Name, owner.IsActive != false);
    }
}
