using System.Text.Json.Serialization.Metadata;

namespace CrmMapping.Salesforce;

/// <summary>Reads all pages of a query about something else than contacts and leads.</summary>
internal sealed class ListPages(RecordsApi api)
{
    public async Task<IReadOnlyList<T>> ReadAllAsync<T>(
        string name, string soql, JsonTypeInfo<WireList<T>> form, CancellationToken cancellationToken)
        where T : class
    {
        List<T> all = [];
        var path = SalesforcePaths.Query(soql);
        while (true)
        {
            var page = await ReadAsync(name, path, form, cancellationToken).ConfigureAwait(false);
            all.AddRange(page.Records.OfType<T>());
            if (page.NextRecordsUrl is not { } next)
            {
                return all;
            }

            path = api.Local(next);
        }
    }

    public Task<WireList<T>> ReadAsync<T>(string name, string path, JsonTypeInfo<WireList<T>> form, CancellationToken cancellationToken) =>
        api.Http.AskAsync(RecordsApi.Get(name, path), answer => SalesforceJson.Read(answer, form), cancellationToken);
}
