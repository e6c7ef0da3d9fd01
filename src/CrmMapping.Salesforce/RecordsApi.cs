using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Asks one org for records: one method, one request, or a second one where the first cannot carry so many field names.</summary>
internal sealed class RecordsApi(CrmHttpClient http, OrgSchema schema)
{
    /// <summary>How many records a write takes.</summary>
    public const int MaxBatch = 200;

    /// <summary>How many records a page of a query holds at the most.</summary>
    public const int MaxPage = 2000;

    /// <summary>How many ids a read of a collection takes.</summary>
    public const int MaxRead = 2000;

    /// <summary>How long the part of an address may be that says what is asked for. Salesforce takes 16,384 bytes with all headers.</summary>
    public const int MaxAddress = 12_000;

    public CrmHttpClient Http => http;

    public OrgSchema Schema => schema;

    public static FieldNameCache Names { get; } = new([.. ObjectNames.System(RecordType.Lead)]);

    /// <summary>Runs a query and adds its first page.</summary>
    public Task<QueryAnswer> QueryAsync(
        CrmFieldSet fields, RecordQuery query, CrmPage page, IDictionary<string, string> masters, CancellationToken cancellationToken) =>
        RetryAsync(fields.RecordType, async known =>
        {
            var path = PathOf(fields, query, Selected(fields, known));
            var isThin = path.Length > MaxAddress;
            if (isThin)
            {
                path = PathOf(fields, query, ObjectNames.System(fields.RecordType).Where(known.Has));
            }

            return await ReadAsync(fields, Get($"query {ObjectNames.Of(fields.RecordType)}", path), isThin, page, masters, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>Adds the next page of a query.</summary>
    /// <returns>What stands around it; null when Salesforce does not know the place any more.</returns>
    public async Task<QueryAnswer?> NextAsync(
        CrmFieldSet fields, string next, CrmPage page, IDictionary<string, string> masters, CancellationToken cancellationToken)
    {
        var request = Get($"query {ObjectNames.Of(fields.RecordType)}", Local(next));
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccess && SalesforceError.ReadAll(response.Body.Span).Any(static error => error.Code == "INVALID_QUERY_LOCATOR"))
        {
            return null;
        }

        var known = await schema.FindAsync(fields.RecordType, cancellationToken).ConfigureAwait(false);
        return response.IsSuccess
            ? await TakeAsync(fields, request, response, IsThin(fields, known), page, masters, cancellationToken).ConfigureAwait(false)
            : throw http.Refused(request, response);
    }

    /// <summary>Runs a query and adds all of its pages.</summary>
    public async Task QueryAllAsync(
        CrmFieldSet fields, RecordQuery query, CrmPage page, IDictionary<string, string> masters, CancellationToken cancellationToken)
    {
        var answer = await QueryAsync(fields, query, page, masters, cancellationToken).ConfigureAwait(false);
        await FollowAsync(fields, answer.Next, page, masters, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds the pages of a query that follow.</summary>
    public async Task FollowAsync(
        CrmFieldSet fields, string? next, CrmPage page, IDictionary<string, string> masters, CancellationToken cancellationToken)
    {
        while (next is not null)
        {
            var answer = await NextAsync(fields, next, page, masters, cancellationToken).ConfigureAwait(false)
                ?? throw new CrmException(
                    CrmFailure.Passing, http.Connection.Name,
                    "Salesforce lost its place in a query. The query is run again later by itself.");
            next = answer.Next;
        }
    }

    /// <summary>Reads records that are alive by id, many at once; those that are not there do not come.</summary>
    public Task ReadCollectionAsync(
        CrmFieldSet fields, IReadOnlyList<string> ids, CrmPage page, IDictionary<string, string> masters, CancellationToken cancellationToken) =>
        RetryAsync(fields.RecordType, async known =>
        {
            foreach (var part in ids.Chunk(MaxRead))
            {
                using var body = new RequestBody();
                RecordBodies.Read(body, part, Selected(fields, known));
                await http.AskAsync(
                    Post($"read {ObjectNames.Of(fields.RecordType)}", SalesforcePaths.CollectionOf(ObjectNames.Of(fields.RecordType)), body),
                    answer => RecordPageReader.ReadCollection(answer.Body.Span, Names.Of(fields), page, masters),
                    cancellationToken).ConfigureAwait(false);
            }

            return 0;
        }, cancellationToken);

    /// <summary>Counts what a condition finds.</summary>
    public async Task<long> CountAsync(RecordType recordType, string? where, CancellationToken cancellationToken)
    {
        var type = ObjectNames.Of(recordType);
        var soql = $"SELECT COUNT() FROM {type}{(where is null ? "" : $" WHERE {where}")}";
        return await http.AskAsync(
            Get($"count {type}", SalesforcePaths.Query(soql)),
            static answer => SalesforceJson.Read(answer, SalesforceJson.Default.WireTotal).TotalSize, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives the fields that can be asked for: the mapped ones that the user may see, and what tells about the record itself.</summary>
    public static IReadOnlyList<string> Selected(CrmFieldSet fields, ObjectSchema known) =>
        [.. Names.Of(fields).Keys.Concat(ObjectNames.System(fields.RecordType)).Where(known.Has).Distinct(StringComparer.Ordinal)];

    /// <summary>Takes an address of Salesforce's only as a path of the same server: a token goes nowhere else.</summary>
    public string Local(string path) => path.StartsWith("/services/data/", StringComparison.Ordinal)
        ? path
        : throw new CrmException(
            CrmFailure.Passing, http.Connection.Name, "Salesforce's answer names a next page elsewhere, so it was not followed. It is read again later by itself.");

    public static CrmRequest Get(string name, string path) => new() { Name = name, Method = HttpMethod.Get, Path = path };

    public static CrmRequest Post(string name, string path, RequestBody body) =>
        new() { Name = name, Method = HttpMethod.Post, Path = path, Body = body.Written };

    /// <summary>Gives the address of a query.</summary>
    public static string PathOf(CrmFieldSet fields, RecordQuery query, IEnumerable<string> names) =>
        SalesforcePaths.Query(query.Of(ObjectNames.Of(fields.RecordType), names), query.WithDeleted);

    /// <summary>Asks with the fields that are known. One that was removed, or hidden from the user since, fails a whole query: it is left out of the second one.</summary>
    public async Task<T> RetryAsync<T>(RecordType recordType, Func<ObjectSchema, Task<T>> ask, CancellationToken cancellationToken)
    {
        var known = await schema.FindAsync(recordType, cancellationToken).ConfigureAwait(false);
        try
        {
            return await ask(known).ConfigureAwait(false);
        }
        catch (CrmException refusal) when (refusal.Failure == CrmFailure.Refused)
        {
            var seen = await schema.ReadAsync(recordType, cancellationToken).ConfigureAwait(false);
            if (known.Descriptors.All(field => seen.Has(field.Key)))
            {
                throw;
            }

            return await ask(seen).ConfigureAwait(false);
        }
    }

    private static bool IsThin(CrmFieldSet fields, ObjectSchema known) => Selected(fields, known).Sum(static name => name.Length + 3) > MaxAddress / 2;

    private async Task<QueryAnswer> ReadAsync(
        CrmFieldSet fields, CrmRequest request, bool isThin, CrmPage page, IDictionary<string, string> masters, CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.IsSuccess
            ? await TakeAsync(fields, request, response, isThin, page, masters, cancellationToken).ConfigureAwait(false)
            : throw http.Refused(request, response);
    }

    private async Task<QueryAnswer> TakeAsync(
        CrmFieldSet fields, CrmRequest request, CrmResponse response, bool isThin, CrmPage page, IDictionary<string, string> masters,
        CancellationToken cancellationToken)
    {
        using var thin = isThin ? CrmPage.Rent() : null;
        var into = thin ?? page;
        var before = into.Count;
        var tail = http.Read(request, response, answer => RecordPageReader.Read(answer.Body.Span, Names.Of(fields), into, masters));
        var last = into.Count > before ? into[^1] : null;
        var answer = new QueryAnswer
        {
            Next = tail.Next,
            Total = tail.Total,
            Count = tail.Count,
            LastId = last?.Id,
            LastModified = last?.ModifiedAt,
            Date = response.Date,
            Elapsed = response.Elapsed,
        };
        if (thin is not null)
        {
            await CompleteAsync(fields, thin, page, masters, cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }

    // Too many names for an address: the query gave the ids alone, a collection gives the values.
    private async Task CompleteAsync(
        CrmFieldSet fields, CrmPage thin, CrmPage page, IDictionary<string, string> masters, CancellationToken cancellationToken)
    {
        foreach (var gone in thin.Where(static record => record.IsArchived))
        {
            RecordCopies.Append(page, gone);
        }

        await ReadCollectionAsync(
            fields, [.. thin.Where(static record => !record.IsArchived).Select(static record => record.Id)], page, masters, cancellationToken).ConfigureAwait(false);
    }
}
