using System.Net.Http.Headers;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Sends the requests that bear one token to another emulator, as two accounts have one address in life.</summary>
internal sealed class TwoCrms(string token, Uri address) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is AuthenticationHeaderValue { Parameter: { } bearer } && bearer == token)
        {
            request.RequestUri = new Uri(address, request.RequestUri!.PathAndQuery);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
