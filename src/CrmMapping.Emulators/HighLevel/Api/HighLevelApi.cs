using Microsoft.AspNetCore.Http;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Answers HighLevel's API: who is calling, in which version, within which limits, which endpoint.</summary>
internal sealed class HighLevelApi(Location location, FaultInjector faults, RequestLog log, NodaTime.IClock clock)
    : EmulatedApi(faults, log, location.Options.TimeProvider, clock, location.Options.Latency)
{
    private const string Bearer = "Bearer ";
    private const string Version = "2021-07-28";

    public HighLevelLimits Limits { get; } = new(location);

    protected override async ValueTask AnswerAsync(HttpContext context, Answer answer)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        using var call = new HighLevelCall(location, context.Request, body.GetBuffer().AsMemory(0, (int)body.Length), answer);
        lock (location.Gate)
        {
            try
            {
                Answer(context.Request, call);
            }
            catch (HighLevelProblem problem)
            {
                problem.Write(answer, call.TraceId);
            }
        }
    }

    protected override void Refuse(FaultKind fault, Answer answer)
    {
        switch (fault)
        {
            case FaultKind.RateLimited:
                lock (location.Gate)
                    Limits.Refuse(answer);
                break;
            case FaultKind.BadGateway:
                answer.Status = 502;
                answer.Text("text/html", "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>"u8);
                break;
            default:
                new HighLevelProblem(500, "Internal server error").Write(answer, $"{answer.Number}");
                break;
        }
    }

    private void Answer(HttpRequest request, HighLevelCall call)
    {
        var path = (request.Path.Value ?? "").TrimStart('/').Split('/');
        if (path is ["oauth", "token"] && request.Method is "POST")
        {
            call.Answer.Kind = "oauth.token";
            OAuthEndpoints.Token(call);
            return;
        }

        var route = RouteTable.Find(request.Method, path) ?? throw HighLevelProblem.NotFound($"Cannot {request.Method} {request.Path}:");
        (call.Path, call.Answer.Kind) = (path, route.Kind);
        call.Token = Authenticate(request);
        if (call.Header("Version") != Version)
            throw HighLevelProblem.Invalid($"Version must be one of the following values: {Version}");
        if (call.Token is TokenKind.Agency && !route.TakesAgency)
            throw new HighLevelProblem(401, "The token does not have access to this location.", "Unauthorized");
        if (location.Options.Scopes is { } scopes && !HasScope(scopes, route.Scope))
            throw HighLevelProblem.NoScope();
        if (Limits.Admit(call.Answer))
            route.Endpoint(call);
    }

    private static bool HasScope(IReadOnlyList<string> granted, string scope) =>
        granted.Contains(scope) || (scope.EndsWith(".readonly", StringComparison.Ordinal) && granted.Contains($"{scope[..^9]}.write"));

    private TokenKind Authenticate(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var kind = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? location.Tokens.Judge(header[Bearer.Length..].Trim()) : TokenKind.Unknown;
        return kind is TokenKind.Unknown ? throw HighLevelProblem.NoToken() : kind;
    }
}
