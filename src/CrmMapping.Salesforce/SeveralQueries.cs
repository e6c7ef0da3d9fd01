using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Runs several queries in one request, as conditions on many records are too long for one query's address.</summary>
internal sealed class SeveralQueries(RecordsApi api)
{
    /// <summary>Tells how many requests that many queries take.</summary>
    public static int RequestsOf(int queries) => (queries + CompositeBody.MaxParts - 1) / CompositeBody.MaxParts;

    /// <summary>Runs the queries and adds all of their pages.</summary>
    public async Task RunAsync(
        CrmFieldSet fields, IEnumerable<RecordQuery> queries, CrmPage page, IDictionary<string, string> masters, CancellationToken cancellationToken)
    {
        foreach (var some in queries.Chunk(CompositeBody.MaxParts))
        {
            if (some.Length > 1 && await api.RetryAsync(
                fields.RecordType, known => AskAsync(fields, some, known, page, masters, cancellationToken), cancellationToken).ConfigureAwait(false) is { } nexts)
            {
                foreach (var next in nexts)
                {
                    await api.FollowAsync(fields, next, page, masters, cancellationToken).ConfigureAwait(false);
                }

                continue;
            }

            foreach (var query in some)
            {
                await api.QueryAllAsync(fields, query, page, masters, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Gives where each of them goes on; null where the names are too many for an address, so that each must be asked by itself.
    private async Task<IReadOnlyList<string?>?> AskAsync(
        CrmFieldSet fields, RecordQuery[] queries, ObjectSchema known, CrmPage page, IDictionary<string, string> masters, CancellationToken cancellationToken)
    {
        List<string> paths = [.. queries.Select(query => RecordsApi.PathOf(fields, query, RecordsApi.Selected(fields, known)))];
        if (paths.Exists(static path => path.Length > RecordsApi.MaxAddress))
        {
            return null;
        }

        using var body = new RequestBody();
        using (var parts = new CompositeBody(body))
        {
            for (var number = 0; number < paths.Count; number++)
            {
                parts.Add(Reference(number), HttpMethod.Get, paths[number]);
            }
        }

        var request = RecordsApi.Post($"query {ObjectNames.Of(fields.RecordType)}", SalesforcePaths.Composite, body);
        return await api.Http.AskAsync(request, answer => Read(fields, request, answer.Body.Span, paths.Count, page, masters), cancellationToken).ConfigureAwait(false);
    }

    private List<string?> Read(
        CrmFieldSet fields, CrmRequest request, ReadOnlySpan<byte> json, int count, CrmPage page, IDictionary<string, string> masters)
    {
        var parts = CompositePart.ReadAll(json);
        List<string?> nexts = [];
        for (var number = 0; number < count; number++)
        {
            var part = parts.GetValueOrDefault(Reference(number));
            nexts.Add(part.IsSuccess
                ? RecordPageReader.Read(part.Of(json), RecordsApi.Names.Of(fields), page, masters).Next
                : throw SalesforceRefusals.Of(api.Http.Connection.Name, request.Name, part, json));
        }

        return nexts;
    }

    private static string Reference(int number) => $"query{number}";
}
