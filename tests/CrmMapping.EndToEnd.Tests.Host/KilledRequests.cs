namespace CrmMapping.EndToEnd.Tests;

/// <summary>Dies before the CRM gets a request, or when the CRM has handled it and nobody has seen the answer.</summary>
public sealed class KilledRequests(KillPoint kill) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        kill.Reach("before-request");
        var response = await base.SendAsync(request, cancellationToken);
        kill.Reach("after-request");
        return response;
    }
}
