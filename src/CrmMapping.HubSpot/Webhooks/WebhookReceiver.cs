using System.Text.Json;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Verifies webhooks and reads the genuine ones.</summary>
internal sealed class WebhookReceiver(HubSpotOptions options, IClock clock)
{
    private readonly WebhookSignature _signature = new(options, clock);

    public WebhookReading Read(in WebhookRequest request, IReadOnlyList<Connection> connections)
    {
        if (_signature.Refuse(request) is { } reason)
        {
            return new WebhookReading { Verdict = WebhookVerdict.Refused, Reason = reason };
        }

        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? new WebhookReading { Verdict = WebhookVerdict.Genuine, Notices = [.. NoticesOf(document.RootElement, connections)] }
                : Malformed();
        }
        catch (JsonException)
        {
            return Malformed();
        }
    }

    private static WebhookReading Malformed() =>
        new() { Verdict = WebhookVerdict.Malformed, Reason = "The webhook's body is no JSON list of events." };

    private static IEnumerable<Notice> NoticesOf(JsonElement events, IReadOnlyList<Connection> connections)
    {
        // One delivery may speak of several accounts.
        foreach (var item in events.EnumerateArray())
        {
            if (WebhookEvent.Read(item) is not { } parsed)
            {
                continue;
            }

            foreach (var connection in connections.Where(connection => connection.AccountId is null || connection.AccountId == parsed.Portal))
            {
                foreach (var notice in parsed.Notices(connection.Name))
                {
                    yield return notice;
                }
            }
        }
    }
}
