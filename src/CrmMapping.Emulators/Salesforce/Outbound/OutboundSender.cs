using System.Net.Http.Headers;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Posts messages the way the service does: short patience, and a success without the acknowledgement is none.</summary>
internal sealed class OutboundSender(TimeSpan patience) : IDisposable
{
    private const string Acknowledgement = "Ack>true<";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = patience };

    public async Task<bool> PostAsync(Uri url, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "UTF-8");
        request.Headers.Add("SOAPAction", "\"\"");
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode && text.Contains(Acknowledgement, StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();
}
