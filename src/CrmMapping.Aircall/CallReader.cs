using System.Net;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Aircall;

/// <summary>Reads calls by page and by id.</summary>
/// <remarks>Aircall's lists reach back six months; a call by its id is there for ever.</remarks>
internal sealed class CallReader(CrmHttpClient http, IClock clock)
{
    /// <summary>Paging reaches no further; then the list is narrowed.</summary>
    public const int MostByPaging = 10_000;

    // Lists go by when a call was created, which a call does not tell and is not always the second in which it began to ring.
    private const int Overlap = 60;

    public Task<CallPage> ReadPageAsync(CallCursor at, CancellationToken cancellationToken) => http.AskAsync(
        Get("read calls", AircallPaths.Calls(at.From, at.Page)),
        answer =>
        {
            var list = AircallJson.Read(answer, AircallJson.Default.WireCallList);
            var told = Told(answer);
            return new CallPage([.. list.Calls.Select(call => call?.ToCall(told)).OfType<PhoneCall>()], Next(at, list)?.ToString());
        },
        cancellationToken);

    public async Task<PhoneCall?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var request = Get("read a call", AircallPaths.Call(id));
        using var answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            return null;
        }

        return answer.IsSuccess
            ? http.Read(request, answer, response => AircallJson.Read(response, AircallJson.Default.WireCallAnswer).Call.ToCall(Told(response)))
            : throw http.Refused(request, answer);
    }

    private static CrmRequest Get(string name, string path) => new() { Name = name, Method = HttpMethod.Get, Path = path };

    private Instant Told(CrmResponse answer) => answer.Date ?? clock.GetCurrentInstant();

    private CallCursor? Next(CallCursor at, WireCallList list)
    {
        // The last page that can be reached may or may not say that there are more.
        if (at.Page * AircallPaths.PageSize >= MostByPaging)
        {
            return list.Calls.Count == 0 ? null : Narrow(at, list);
        }

        if (list.Meta?.NextPageLink is null)
        {
            return null;
        }

        // Calls are never deleted and new ones come last, so that pages stay where they are.
        return list.Calls.Count > 0 ? at with { Page = at.Page + 1 } : throw new FormatException("An empty page says that there are more.");
    }

    private CallCursor Narrow(CallCursor at, WireCallList list)
    {
        var last = list.Calls.OfType<WireCall>().Select(static call => call.Begin).DefaultIfEmpty(at.From).Max();
        var from = last - Overlap > at.From ? last - Overlap : last;
        return from > at.From
            ? new CallCursor(from, 1)
            : throw new CrmException(
                CrmFailure.Refused, http.Connection.Name,
                $"More than {MostByPaging} calls began in one second, and Aircall shows no more of them. Read calls that began later.");
    }
}
