using System.Net;
using CrmMapping.Http;

namespace CrmMapping.Pipedrive;

/// <summary>Asks one company for persons: one method, one request.</summary>
internal sealed class ContactsApi(CrmHttpClient http)
{
    /// <summary>How many persons a read by id takes.</summary>
    public const int MaxIds = 100;

    /// <summary>How many persons a page of a list holds.</summary>
    public const int MaxPage = 500;

    public CrmHttpClient Http => http;

    /// <summary>Reads a page of a list of persons.</summary>
    /// <param name="name">What for, in a few words.</param>
    /// <param name="fields">What to read.</param>
    /// <param name="query">Which persons, as a query without its question mark.</param>
    /// <param name="cursor">Where to go on; null at the start.</param>
    /// <param name="page">Takes the persons.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The cursor of the next page, null after the last, and when this one was answered by Pipedrive's clock.</returns>
    public async Task<ListAnswer> ListAsync(
        string name, CrmFieldSet fields, string query, string? cursor, CrmPage page, CancellationToken cancellationToken)
    {
        var layout = PersonLayout.Of(fields);
        var path = PipedrivePaths.With($"{PipedrivePaths.Persons}?{query}{layout.Query}", cursor);
        var answer = await http.AskAsync(
            Get(name, path),
            answer => new ListAnswer(ContactPageReader.Read(answer.Body.Span, layout, page), answer.Date, answer.Elapsed),
            cancellationToken).ConfigureAwait(false);
        return answer with { Cursor = Onward(cursor, answer.Cursor) };
    }

    /// <summary>Reads a single person.</summary>
    /// <returns>Whether it is there, is not, or is kept from this user.</returns>
    public async Task<SingleAnswer> ReadOneAsync(CrmFieldSet fields, string id, CrmPage page, CancellationToken cancellationToken)
    {
        var layout = PersonLayout.Of(fields);
        var query = layout.Query.Length > 0 ? $"?{layout.Query[1..]}" : "";
        var request = Get("read one contact", PipedrivePaths.Person(id) + query);
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);

        // Only Pipedrive's own word makes a person gone.
        var isPipedrives = !response.IsSuccess && PipedriveRefusal.Read(response.Body.Span).IsPipedrives;
        return response.Status switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone when isPipedrives => SingleAnswer.Gone,
            HttpStatusCode.Forbidden when isPipedrives => SingleAnswer.Hidden,
            _ when response.IsSuccess => http.Read(request, response, answer => ReadOne(answer, layout, page)),
            _ => throw http.Refused(request, response),
        };
    }

    /// <summary>Takes the next page's cursor, unless that would go round for ever.</summary>
    /// <exception cref="CrmException">The page names itself as the next.</exception>
    public string? Onward(string? present, string? next) => next is not null && next == present
        ? throw new CrmException(
            CrmFailure.Passing, http.Connection.Name,
            "A page of Pipedrive's list names itself as the next one, so the list has no end. It is read again later by itself.")
        : next;

    private static SingleAnswer ReadOne(CrmResponse answer, PersonLayout layout, CrmPage page)
    {
        ContactPageReader.ReadOne(answer.Body.Span, layout, page);
        return SingleAnswer.There;
    }

    public static CrmRequest Get(string name, string path) => new() { Name = name, Method = HttpMethod.Get, Path = path };

    public static CrmRequest Send(string name, HttpMethod method, string path, RequestBody body) =>
        new() { Name = name, Method = method, Path = path, Body = body.Written };
}
