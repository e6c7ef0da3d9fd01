using System.Net;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Asks one account for contacts: one method, one request.</summary>
internal sealed class ContactsApi(CrmHttpClient http, HubSpotPaths paths)
{
    /// <summary>How many records a batch or a page of a list takes.</summary>
    public const int MaxBatch = 100;

    /// <summary>The property that says when a contact last changed.</summary>
    public const string Modified = "lastmodifieddate";

    private const int MaxQuery = 4000;

    public CrmHttpClient Http => http;

    public HubSpotPaths Paths => paths;

    public static FieldNameCache Names { get; } = new(Modified);

    /// <summary>Tells whether the field names fit into the address of a list.</summary>
    public static bool FitsAddress(CrmFieldSet fields) => Names.Of(fields).All.Sum(static name => name.Length + 1) <= MaxQuery;

    /// <summary>Reads a page of all contacts, or of those in the bin.</summary>
    /// <returns>Where the next page begins; null after the last.</returns>
    public async Task<string?> ListAsync(
        CrmFieldSet fields, bool withValues, string? after, CrmPage page, CancellationToken cancellationToken, bool archived = false)
    {
        var properties = withValues ? string.Join(',', Names.Of(fields).All) : Modified;
        var path = $"{paths.Contacts}?limit={MaxBatch}&archived={(archived ? "true" : "false")}&properties={Uri.EscapeDataString(properties)}";
        path = after is null ? path : $"{path}&after={Uri.EscapeDataString(after)}";
        var tail = await http.AskAsync(
            Get(archived ? "list archived contacts" : "list contacts", path),
            answer => ContactPageReader.Read(answer.Body.Span, Names.Of(fields), page), cancellationToken).ConfigureAwait(false);
        return Onward(after, tail.After);
    }

    /// <summary>Reads contacts by id or by a unique property; those that are not there do not come.</summary>
    public async Task ReadBatchAsync(
        CrmFieldSet fields, IReadOnlyList<string> ids, CrmPage page, CancellationToken cancellationToken,
        string? idProperty = null, bool archived = false)
    {
        using var body = new RequestBody();
        ContactBodies.Read(body, ids, Names.Of(fields).All, [], idProperty);
        var path = archived ? paths.BatchReadArchived : paths.BatchRead;
        await http.AskAsync(
            Post("read contacts", path, body),
            answer => ContactPageReader.Read(answer.Body.Span, Names.Of(fields), page, asked: idProperty is null ? ids : []),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a single contact.</summary>
    /// <returns>False when it is not there.</returns>
    public async Task<bool> ReadOneAsync(CrmFieldSet fields, string id, CrmPage page, CancellationToken cancellationToken)
    {
        var properties = FitsAddress(fields) ? string.Join(',', Names.Of(fields).All) : Modified;
        var request = Get("read one contact", $"{paths.Contact(id)}?archived=false&properties={Uri.EscapeDataString(properties)}");
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);

        // Only HubSpot's own word makes a contact gone.
        if (response.Status == HttpStatusCode.NotFound && HubSpotRefusal.Read(response.Body.Span).IsHubSpots)
        {
            return false;
        }

        return response.IsSuccess
            ? http.Read(request, response, answer => ContactPageReader.ReadOne(answer.Body.Span, Names.Of(fields), page))
            : throw http.Refused(request, response);
    }

    /// <summary>Searches; the answer's own date and duration go with it.</summary>
    public async Task<SearchAnswer> SearchAsync(CrmFieldSet fields, ContactSearch search, CrmPage page, CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        ContactBodies.Search(body, search);
        return await http.AskAsync(
            Post("search contacts", paths.Search, body) with { Budget = HubSpotHttpRules.SearchBudget },
            answer => new SearchAnswer(
                ContactPageReader.Read(answer.Body.Span, Names.Of(fields), page).After is not null, answer.Date, answer.Elapsed),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes the next page's token, unless that would go round for ever.</summary>
    /// <exception cref="CrmException">The page names itself as the next.</exception>
    public string? Onward(string? present, string? next) => next is not null && next == present
        ? throw new CrmException(
            CrmFailure.Passing, http.Connection.Name,
            "A page of HubSpot's list names itself as the next one, so the list has no end. It is read again later by itself.")
        : next;

    public static CrmRequest Get(string name, string path) => new() { Name = name, Method = HttpMethod.Get, Path = path };

    public static CrmRequest Post(string name, string path, RequestBody body) =>
        new() { Name = name, Method = HttpMethod.Post, Path = path, Body = body.Written };
}
