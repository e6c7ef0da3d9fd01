using System.Net;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Asks one location for contacts: one method, one request.</summary>
internal sealed class ContactsApi(CrmHttpClient http, string? locationId)
{
    public CrmHttpClient Http => http;

    /// <summary>Gets the location's id.</summary>
    /// <exception cref="CrmException">Nobody said which location it is.</exception>
    public string LocationId => locationId ?? throw HighLevelLocation.Unknown(http.Connection);

    /// <summary>Searches.</summary>
    public Task<SearchAnswer> SearchAsync(ContactSearch search, CancellationToken cancellationToken) => SearchAsync(search, null, cancellationToken);

    /// <summary>Searches.</summary>
    /// <param name="search">The search.</param>
    /// <param name="take">Takes a contact's values, and tells whether it did; null where nobody wants them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<SearchAnswer> SearchAsync(ContactSearch search, Predicate<JsonElement>? take, CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        SearchBody.Write(body, LocationId, search);
        return await http.AskAsync(Post(Requests.Search, HighLevelPaths.Search, body), answer => SearchAnswer.Read(answer, take), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a contact.</summary>
    /// <returns>False when HighLevel says that there is none.</returns>
    public async Task<bool> ReadOneAsync(CrmFieldSet fields, CustomFields custom, string id, CrmPage page, CancellationToken cancellationToken)
    {
        var request = Get(Requests.Read, HighLevelPaths.Contact(id));
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (IsNoContact(response))
        {
            return false;
        }

        if (!response.IsSuccess)
        {
            throw http.Refused(request, response);
        }

        http.Read(request, response, answer => ContactReading.ReadOne(answer, fields, custom, page)).RequestedId = id;
        return true;
    }

    // Only HighLevel's own word makes a contact gone; it says so with either status.
    public static bool IsNoContact(CrmResponse response) =>
        response.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound && HighLevelRefusal.Read(response.Body.Span).IsNoContact;

    public static CrmRequest Get(string name, string path) => new() { Name = name, Method = HttpMethod.Get, Path = path };

    public static CrmRequest Post(string name, string path, RequestBody body) => With(HttpMethod.Post, name, path, body);

    public static CrmRequest With(HttpMethod method, string name, string path, RequestBody body) =>
        new() { Name = name, Method = method, Path = path, Body = body.Written };
}
