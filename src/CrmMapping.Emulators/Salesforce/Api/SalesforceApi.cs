using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Answers Salesforce's API: who is calling, within which limits, which endpoint.</summary>
internal sealed class SalesforceApi(SalesforceOrg org, FaultInjector faults, RequestLog log, IClock clock)
    : EmulatedApi(faults, log, org.Options.TimeProvider, clock, org.Options.Latency)
{
    private const int MostOfHead = 16_384;

    protected override async ValueTask AnswerAsync(HttpContext context, Answer answer)
    {
        using var body = new MemoryStream();
        await Plain(context.Request).CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var call = new SalesforceCall(org, context.Request.Method, target, context.Request.Headers, body.GetBuffer().AsMemory(0, (int)body.Length), answer);
        lock (org.Gate)
        {
            var mark = org.Journal.Mark;
            try
            {
                org.EmptyBin();
                Answer(call);
            }
            catch (SalesforceProblem problem)
            {
                org.Journal.RollBack(mark);
                ErrorWriter.Write(answer, problem, call.Path is [_, _, _, ..] ? call.Root : "");
            }

            org.Commit();
        }

        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            Compress(answer);
    }

    protected override void Refuse(FaultKind fault, Answer answer)
    {
        switch (fault)
        {
            case FaultKind.RateLimited:
                SalesforceLimits.RefuseConcurrent(answer);
                break;
            case FaultKind.BadGateway:
                answer.Status = 503;
                answer.Text("text/html", "<html><head><title>Maintenance</title></head><body>Down for maintenance</body></html>"u8);
                break;
            default:
                ErrorWriter.Write(answer, new SalesforceProblem(500, new SalesforceError("UNKNOWN_EXCEPTION", "An unexpected error occurred.")), "");
                break;
        }
    }

    private void Answer(SalesforceCall call)
    {
        RefuseLong(call);
        switch (call.Method, call.Path)
        {
            case ("POST", ["services", "oauth2", "token"]):
                call.Answer.Kind = "oauth.token";
                OAuthEndpoints.Token(call);
                break;
            case ("POST", ["services", "oauth2", "revoke"]):
                call.Answer.Kind = "oauth.revoke";
                OAuthEndpoints.Revoke(call);
                break;
            case ("GET", ["services", "data"]):
                call.Answer.Kind = "versions.list";
                VersionEndpoints.List(call);
                break;
            default:
                Authenticate(call);
                org.Limits.Admit(call.Answer);
                SalesforceRoutes.Run(call, isTopLevel: true);
                break;
        }
    }

    private static void RefuseLong(SalesforceCall call)
    {
        if (call.TargetLength > MostOfHead)
            throw new SalesforceProblem(414, new SalesforceError("URI_TOO_LONG", "The length of the URI exceeds the 16,384 byte limit."));
        if (call.TargetLength + call.Headers.Sum(static header => header.Key.Length + header.Value.ToString().Length + 4) > MostOfHead)
            throw new SalesforceProblem(431, new SalesforceError("REQUEST_HEADER_FIELDS_TOO_LARGE", "The combined length of the URI and headers exceeds the 16,384 byte limit."));
    }

    private void Authenticate(SalesforceCall call)
    {
        var header = call.Header("Authorization");
        if (header is null || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            throw new SalesforceProblem(401, new SalesforceError("INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE"));
        if (!org.OAuth.IsSession(header["Bearer ".Length..]) || !org.IsIntegrationActive)
            throw new SalesforceProblem(401, new SalesforceError("INVALID_SESSION_ID", "Session expired or invalid"));
    }

    private static Stream Plain(HttpRequest request) =>
        request.Headers.ContentEncoding.ToString() is "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;

    private static void Compress(Answer answer)
    {
        if (answer.Body.Length is 0)
            return;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(answer.Body.Span);
        answer.Headers.Add(new("Content-Encoding", "gzip"));
        answer.Text(answer.ContentType, packed.ToArray());
    }
}
