using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CrmMapping.Emulators.Tests;

/// <summary>Takes webhooks on loopback and keeps them; answers what it is told to.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private LoopbackHost _host = null!;

    public HttpStatusCode Answers { get; set; } = HttpStatusCode.NoContent;

    public List<Delivery> Deliveries { get; } = [];

    public IEnumerable<JsonNode> Events => Deliveries.SelectMany(delivery => JsonNode.Parse(delivery.Body)!.AsArray().OfType<JsonNode>());

    public Uri Url => new(_host.BaseAddress, "/hooks?source=hs%3Aapp");

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        receiver._host = await LoopbackHost.StartAsync(0, receiver.TakeAsync, CancellationToken.None);
        return receiver;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Deliveries.Add(new Delivery(body.ToArray(), context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        context.Response.StatusCode = (int)Answers;
    }

    internal sealed record Delivery(byte[] Body, IReadOnlyDictionary<string, string> Headers);
}
