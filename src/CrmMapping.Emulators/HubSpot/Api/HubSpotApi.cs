using Microsoft.AspNetCore.Http;

namespace CrmMapping.Emulators;

/// <summary>Answers HubSpot's API: who is calling, within which limits, which endpoint.</summary>
internal sealed class HubSpotApi(HubSpotPortal portal, FaultInjector faults, RequestLog log, NodaTime.IClock clock)
    : EmulatedApi(faults, log, portal.Options.TimeProvider, clock, portal.Options.Latency)
{
    private const string Bearer = "Bearer ";

    public HubSpotLimits Limits { get; } = new(portal);

    protected override async ValueTask AnswerAsync(HttpContext context, Answer answer)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        using var call = new HubSpotCall(portal, context.Request, body.GetBuffer().AsMemory(0, (int)body.Length), answer);
        answer.Headers.Add(new("X-HubSpot-Correlation-Id", ProblemWriter.CorrelationId(portal, answer.Number)));
        lock (portal.Gate)
        {
            try
            {
                Answer(context.Request, call);
            }
            catch (HubSpotProblem problem)
            {
                ProblemWriter.Write(call, problem);
            }
        }
    }

    protected override void Refuse(FaultKind fault, Answer answer)
    {
        switch (fault)
        {
            case FaultKind.RateLimited:
                Limits.RefuseBurst(answer);
                break;
            case FaultKind.BadGateway:
                answer.Status = 502;
                answer.Text("text/html", "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>"u8);
                break;
            default:
                answer.Status = 500;
                answer.Text("application/json;charset=utf-8", "{\"status\":\"error\",\"message\":\"internal error\"}"u8);
                break;
        }
    }

    private void Answer(HttpRequest request, HubSpotCall call)
    {
        var path = PathGenerations.Unversioned(request.Path.Value ?? "");
        var route = path is null ? null : RouteTable.Find(request.Method, path);
        if (route is null)
            throw HubSpotProblem.NotFound();
        call.Path = path!;
        call.Answer.Kind = KindOf(route, path!);
        if (!route.IsOpen && !Limits.Admit(call.Answer, Authenticate(request), route.IsSearch))
            return;
        if (route.Scope is { } scope && portal.Options.Scopes?.Contains(scope) is false)
            throw HubSpotProblem.ScopeMissing(scope);
        route.Endpoint(call);
    }

    private static string KindOf(Route route, string[] path) => route.Kind.Replace("{type}", path.Length > 1 ? path[1] switch
    {
        "0-1" or "contact" => "contacts",
        "0-48" or "call" => "calls",
        var other => other,
    } : "", StringComparison.Ordinal);

    private HubSpotOAuth.Verdict Authenticate(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
        var verdict = portal.OAuth.Judge(token, out var expiry);
        return verdict switch
        {
            HubSpotOAuth.Verdict.Expired => throw new HubSpotProblem(401, "EXPIRED_AUTHENTICATION",
                $"The OAuth token used to make this call expired {(portal.Now - expiry).TotalSeconds:0} second(s) ago.")
            {
                Context = new Dictionary<string, string[]> { ["expire time"] = [WireTime.Format(expiry)] },
            },
            HubSpotOAuth.Verdict.Unknown => throw new HubSpotProblem(401, "INVALID_AUTHENTICATION",
                "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview"),
            _ => verdict,
        };
    }
}
