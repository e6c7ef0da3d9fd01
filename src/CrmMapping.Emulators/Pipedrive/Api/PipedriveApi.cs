using Microsoft.AspNetCore.Http;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Answers Pipedrive's API: who is calling, within which limits, which endpoint.</summary>
internal sealed class PipedriveApi(Company company, FaultInjector faults, RequestLog log, NodaTime.IClock clock)
    : EmulatedApi(faults, log, company.Options.TimeProvider, clock, company.Options.Latency)
{
    private const string Bearer = "Bearer ";

    public PipedriveLimits Limits { get; } = new(company);

    protected override async ValueTask AnswerAsync(HttpContext context, Answer answer)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        using var call = new PipedriveCall(company, context.Request, body.GetBuffer().AsMemory(0, (int)body.Length), answer);
        lock (company.Gate)
        {
            try
            {
                Answer(context.Request, call);
            }
            catch (PipedriveProblem problem)
            {
                problem.Write(answer);
            }
        }
    }

    protected override void Refuse(FaultKind fault, Answer answer)
    {
        switch (fault)
        {
            case FaultKind.RateLimited:
                lock (company.Gate)
                    Limits.RefuseBurst(answer);
                break;
            case FaultKind.BadGateway:
                answer.Status = 502;
                answer.Text("text/html", "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>"u8);
                break;
            default:
                new PipedriveProblem(500, "Internal server error").Write(answer);
                break;
        }
    }

    // v1 is served with and without /api, as the two hosts of the service have it; v2 with it alone.
    private static string[] Parts(HttpRequest request)
    {
        var parts = (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["api", "v1" or "v2", ..] ? parts[1..] : parts is ["v1", ..] ? parts : [];
    }

    private void Answer(HttpRequest request, PipedriveCall call)
    {
        if (request.Path.Value is "/oauth/token" or "/oauth/token/" && request.Method is "POST")
        {
            call.Answer.Kind = "oauth.token";
            OAuthEndpoint.Token(call);
            return;
        }

        call.Path = Parts(request);
        var route = RouteTable.Find(request.Method, call.Path) ?? throw PipedriveProblem.NotFound("Route");
        call.Answer.Kind = route.Kind;
        var who = Authenticate(request);
        if (who is Caller.OAuth && company.Options.Scopes is { } scopes && !route.IsOpenTo(scopes))
            throw PipedriveProblem.Forbidden("Scope and URL mismatch");
        if (Limits.Admit(call.Answer, who, route.Cost, route.IsSearch))
            route.Endpoint(call);
    }

    private Caller Authenticate(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return company.Tokens.IsAccessToken(header[Bearer.Length..].Trim()) ? Caller.OAuth : throw PipedriveProblem.Unauthorized();
        return company.Tokens.IsApiToken(request.Headers["x-api-token"].ToString()) ? Caller.ApiToken : throw PipedriveProblem.Unauthorized();
    }
}
