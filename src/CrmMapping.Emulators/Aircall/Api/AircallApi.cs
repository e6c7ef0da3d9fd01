using Microsoft.AspNetCore.Http;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Answers Aircall's API: who is calling, within which limit, which endpoint.</summary>
internal sealed class AircallApi(Company company, FaultInjector faults, RequestLog log, NodaTime.IClock clock)
    : EmulatedApi(faults, log, company.Options.TimeProvider, clock, company.Options.Latency)
{
    public AircallLimits Limits { get; } = new(company);

    protected override async ValueTask AnswerAsync(HttpContext context, Answer answer)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        using var request = new AircallRequest(company, context.Request, body.GetBuffer().AsMemory(0, (int)body.Length), answer);
        lock (company.Gate)
        {
            try
            {
                company.Desk.CatchUp();
                Answer(context.Request, request);
            }
            catch (AircallProblem problem)
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
                    Limits.Refuse(answer);
                break;
            case FaultKind.BadGateway:
                answer.Status = 502;
                answer.Text("text/html", "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>"u8);
                break;
            default:
                AircallProblem.AtTheEdge(500, "Internal Server Error").Write(answer);
                break;
        }
    }

    private void Answer(HttpRequest http, AircallRequest request)
    {
        if (http.Method is "POST" && request.Path is ["v1", "oauth", "token"])
        {
            request.Answer.Kind = "oauth.token";
            OAuthEndpoint.Token(request);
            return;
        }

        Authenticate(http);
        var route = RouteTable.Find(http.Method, request.Path) ?? throw new AircallProblem(404, "Not Found", "There is nothing at this path");
        request.Answer.Kind = route.Kind;
        if (!Limits.Admit(request.Answer))
            return;
        if (http.Method is not "GET" && http.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            throw AircallProblem.Invalid("The Content-Type must be application/json");
        route.Endpoint(request);
    }

    private void Authenticate(HttpRequest http)
    {
        if (http.Headers.Authorization.Count is 0)
            throw AircallProblem.AtTheEdge(401, "Unauthorized");
        if (!company.Tokens.LetsIn(http.Headers.Authorization.ToString()))
            throw AircallProblem.AtTheEdge(403, "Forbidden");
    }
}
