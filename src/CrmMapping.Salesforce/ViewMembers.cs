namespace CrmMapping.Salesforce;

/// <summary>Reads the members of a list view by the query that stands behind it.</summary>
internal sealed class ViewMembers(RecordsApi api)
{
    // What follows SELECT is what people see; the id is all that is needed.
    private const string From = " FROM ";

    public async Task<CrmListPage> ReadAsync(RecordType type, string id, string? cursor, CancellationToken cancellationToken)
    {
        var path = cursor is null
            ? SalesforcePaths.Query(await ReadQueryAsync(type, id, cancellationToken).ConfigureAwait(false))
            : api.Local(cursor);
        var request = RecordsApi.Get("read a list view", path) with { Headers = [new("Sforce-Query-Options", $"batchSize={RecordsApi.MaxBatch}")] };
        var page = await api.Http.AskAsync(
            request, static answer => SalesforceJson.Read(answer, SalesforceJson.Default.WireListWireId), cancellationToken).ConfigureAwait(false);
        return new CrmListPage(
            [.. page.Records.Select(static record => record?.Id).OfType<string>().Where(static id => RecordId.IsId(id)).Select(RecordId.ToLong)],
            page.NextRecordsUrl);
    }

    private async Task<string> ReadQueryAsync(RecordType type, string id, CancellationToken cancellationToken)
    {
        var query = (await api.Http.AskAsync(
            RecordsApi.Get("read a list view", SalesforcePaths.ListView(ObjectNames.Of(type), id)),
            static answer => SalesforceJson.Read(answer, SalesforceJson.Default.WireListView), cancellationToken).ConfigureAwait(false)).Query ?? "";
        var from = query.IndexOf(From, StringComparison.OrdinalIgnoreCase);
        return from >= 0 ? $"SELECT Id{query[from..]}" : throw new CrmException(
            CrmFailure.Refused, api.Http.Connection.Name, "The list view has no query that can be read. Make a report or a campaign of it.");
    }
}
