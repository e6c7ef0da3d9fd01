using System.Text.Json;

namespace CrmMapping.Pipedrive;

/// <summary>Verifies webhooks and reads the genuine ones.</summary>
/// <remarks>
/// No memory is kept of webhooks that arrived: one that comes again is a second try of one that may not have been kept. The same webhook gives
/// the same notices, which collapse into one in the store.
/// </remarks>
internal sealed class WebhookReceiver(PipedriveOptions options)
{
    private const string Version = "2.0";

    private readonly WebhookSignIn _signIn = new(options);

    public WebhookReading Read(in WebhookRequest request, IReadOnlyList<Connection> connections)
    {
        if (_signIn.Refuse(request) is { } reason)
        {
            return new WebhookReading { Verdict = WebhookVerdict.Refused, Reason = reason };
        }

        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return Read(document.RootElement, connections);
        }
        catch (JsonException)
        {
            return Malformed("The webhook's body is no JSON.");
        }
    }

    private static WebhookReading Read(JsonElement body, IReadOnlyList<Connection> connections)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("meta", out var meta) || meta.ValueKind != JsonValueKind.Object)
        {
            return Malformed("The webhook's body has no 'meta'.");
        }

        if (WebhookEvent.Text(meta, "version") != Version)
        {
            return Malformed("The webhook is not of version 2.0. Delete it, and make it again with that version.");
        }

        return WebhookEvent.Read(meta, body) is { } told
            ? new WebhookReading { Verdict = WebhookVerdict.Genuine, Notices = [.. NoticesOf(told, connections)] }
            : new WebhookReading { Verdict = WebhookVerdict.Genuine };
    }

    private static WebhookReading Malformed(string reason) => new() { Verdict = WebhookVerdict.Malformed, Reason = reason };

    private static IEnumerable<Notice> NoticesOf(WebhookEvent told, IReadOnlyList<Connection> connections) => connections
        .Where(connection => connection.AccountId is null || connection.AccountId == told.Company)
        .SelectMany(connection => told.Notices(connection.Name));
}
