using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Gives one answer to whatever it is asked.</summary>
internal sealed class AnyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _answer;
    private readonly Task _serving;

    private AnyServer(HttpStatusCode status, string body)
    {
        _answer = Encoding.UTF8.GetBytes(
            $"HTTP/1.1 {(int)status} X\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public static AnyServer Start(HttpStatusCode status, string body) => new(status, body);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            await using var stream = client.GetStream();
            await stream.ReadAtLeastAsync(new byte[4096], 1, cancellationToken: _stop.Token);
            await stream.WriteAsync(_answer, _stop.Token);
        }
    }
}
