using System.Net;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Asks one account for contacts: one method, one request.</summary>
internal sealed class ContactsApi(Connection connection, CrmHttpClient http, HubSpotPaths paths)
{
    /// <summary>How many records a batch takes.</summary>
    public const int MaxBatch = 100;

    private const int MaxQuery = 4000;

    public Connection Connection => connection;

    public HubSpotPaths Paths => paths;

    /// <summary>Tells whether the field names fit into the address of a list.</summary>
    public static bool FitsList(FieldNames names) => names.Keys.Sum(key => key.Length + 1) <= MaxQuery;

    public async Task<string?> ListAsync(CrmFieldSet fields, bool withValues, string? after, CrmPage page, CancellationToken cancellationToken)
    {
        var properties = withValues ? string.Join(',', FieldNames.Of(fields).Keys.Append("lastmodifieddate").Distinct()) : "lastmodifieddate";
        var path = $"{paths.Contacts}?limit={MaxBatch}&archived=false&properties={Uri.EscapeDataString(properties)}";
        path = after is null ? path : $"{path}&after={Uri.EscapeDataString(after)}";
        using var response = await SendAsync(Get("list contacts", path), cancellationToken).ConfigureAwait(false);
        return Parse(response, json => ContactPageReader.Read(json.Span, fields, page)).After;
    }

    /// <summary>Reads contacts by id or by a unique property; those that are not there do not come.</summary>
    public async Task ReadBatchAsync(
        CrmFieldSet fields, IEnumerable<string> ids, CrmPage page, CancellationToken cancellationToken,
        string? idProperty = null, bool archived = false)
    {
        using var body = new RequestBody();
        ContactBodies.Read(body, ids, [.. FieldNames.Of(fields).Keys.Append("lastmodifieddate").Distinct()], [], idProperty);
        var path = archived ? paths.BatchReadArchived : paths.BatchRead;
        using var response = await SendAsync(Post("read contacts", path, body), cancellationToken).ConfigureAwait(false);
        Parse(response, json => ContactPageReader.Read(json.Span, fields, page));
    }

    /// <summary>Reads a single contact.</summary>
    /// <returns>False when it is not there.</returns>
    public async Task<bool> ReadOneAsync(CrmFieldSet fields, string id, CrmPage page, CancellationToken cancellationToken)
    {
        var properties = FitsList(FieldNames.Of(fields)) ? string.Join(',', FieldNames.Of(fields).Keys) : "lastmodifieddate";
        var path = $"{paths.Contact(id)}?archived=false&properties={Uri.EscapeDataString(properties)}";
        using var response = await http.SendAsync(Get("read one contact", path), cancellationToken).ConfigureAwait(false);
        if (response.Status == HttpStatusCode.NotFound)
        {
            return false;
        }

        Check("read one contact", response);
        Parse(response, json =>
        {
            ContactPageReader.ReadOne(json.Span, fields, page);
            return 0;
        });
        return true;
    }

    /// <summary>Searches; the answer's own date and duration go with it.</summary>
    public async Task<SearchAnswer> SearchAsync(CrmFieldSet fields, ContactSearch search, CrmPage page, CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        ContactBodies.Search(body, search);
        var request = Post("search contacts", paths.Search, body) with { Budget = HubSpotHttpRules.SearchBudget };
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        var tail = Parse(response, json => ContactPageReader.Read(json.Span, fields, page));
        return new SearchAnswer(tail.After is not null, response.Date, response.Elapsed);
    }

    /// <summary>Sends a request whose answer is judged by the caller.</summary>
    public Task<CrmResponse> SendRawAsync(CrmRequest request, CancellationToken cancellationToken) =>
        http.SendAsync(request, cancellationToken);

    /// <summary>Sends a request that must succeed.</summary>
    public async Task<CrmResponse> SendAsync(CrmRequest request, CancellationToken cancellationToken)
    {
        var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            Check(request.Name, response);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    public static CrmRequest Get(string name, string path) => new() { Name = name, Method = HttpMethod.Get, Path = path };

    public static CrmRequest Post(string name, string path, RequestBody body) =>
        new() { Name = name, Method = HttpMethod.Post, Path = path, Body = body.Written };

    /// <summary>Throws what a refusal means for the connection as a whole.</summary>
    public void Check(string request, CrmResponse response)
    {
        if (!response.IsSuccess)
        {
            throw HubSpotRefusals.Explain(connection, request, response);
        }
    }

    /// <summary>Reads an answer, or says that it is none.</summary>
    public T Parse<T>(CrmResponse response, Func<ReadOnlyMemory<byte>, T> read)
    {
        try
        {
            return read(response.Body);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or FormatException)
        {
            throw new CrmException(
                CrmFailure.Refused, connection.Name,
                "HubSpot's answer cannot be read, so nothing of it was taken. Try again; if it stays so, the adapter does not know this version of the API.");
        }
    }
}
