using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.HighLevel;

/// <summary>Verifies webhooks and reads the genuine ones: what tells their age stands inside, so the signature comes first.</summary>
internal sealed class WebhookReceiver(HighLevelOptions options, IClock clock)
{
    private static readonly Duration Ahead = Duration.FromMinutes(5);

    private readonly WebhookSignature _signature = new(options);
    private readonly SeenWebhooks _seen = new(Duration.FromTimeSpan(options.ReplayWindow) + Ahead);
    private readonly Duration _window = Duration.FromTimeSpan(options.ReplayWindow);

    public WebhookReading Read(in WebhookRequest request, IReadOnlyList<Connection> connections)
    {
        if (_signature.Refuse(request) is { } reason)
        {
            return Refused(reason);
        }

        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return WebhookEvent.Read(document.RootElement) is { } told ? Take(told, connections) : Malformed();
        }
        catch (JsonException)
        {
            return Malformed();
        }
    }

    private WebhookReading Take(WebhookEvent told, IReadOnlyList<Connection> connections)
    {
        // One key signs the webhooks of every app there is: whose app it was is in the body alone.
        if (options.ClientId is { } own && told.AppId is { } app && app != own.Split('-')[0])
        {
            return Refused("The webhook is of another app. Check ClientId, and the address that the other app calls.");
        }

        if (RefuseAge(told.At) is { } reason)
        {
            return Refused(reason);
        }

        if (told.WebhookId is { } id && !_seen.Take(id, clock.GetCurrentInstant()))
        {
            return Refused("The webhook came more often than HighLevel sends one, so somebody plays it again. Polls lose nothing.");
        }

        return new WebhookReading
        {
            Verdict = WebhookVerdict.Genuine,
            Notices = [.. connections.Where(connection => IsOf(connection, told)).Select(connection => told.ToNotice(connection.Name)).OfType<Notice>()],
        };
    }

    private string? RefuseAge(Instant? at)
    {
        if (at is not { } sent)
        {
            return null;
        }

        var age = clock.GetCurrentInstant() - sent;
        return age <= _window && age >= -Ahead
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The webhook is genuine but {Math.Abs(age.TotalSeconds):0} s {(age > Duration.Zero ? "old" : "ahead of this machine's clock")}, and at most "
                + $"{(age > Duration.Zero ? _window : Ahead).TotalSeconds:0} s are allowed. It was played again, or this machine's clock is wrong: check the clock. Polls lose nothing.");
    }

    private bool IsOf(Connection connection, WebhookEvent told) =>
        HighLevelLocation.Find(connection, options) is not { } location || location == told.LocationId;

    private static WebhookReading Refused(string reason) => new() { Verdict = WebhookVerdict.Refused, Reason = reason };

    private static WebhookReading Malformed() =>
        new() { Verdict = WebhookVerdict.Malformed, Reason = "The webhook's body is no JSON object." };
}
