namespace CrmMapping.EndToEnd.Tests;

/// <summary>Dies before the CRM gets a request, or when the CRM has handled it and nobody has seen the answer.</summary>
public sealed class KilledRequests(KillPoint kill) : DelegatingHandler
{
    private static readonly string[] Writes = ["/batch/create", "/batch/update", "/batch/upsert", "/batch/archive"];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var name = path.Contains("oauth", StringComparison.Ordinal) ? "token-request"
            : Array.Exists(Writes, write => path.EndsWith(write, StringComparison.Ordinal)) ? "crm-write"
            : "request";
        kill.Reach($"before-{name}");
        var response = await base.SendAsync(request, cancellationToken);
        kill.Reach($"after-{name}");
        return response;
    }
}
