using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.HighLevel;

/// <summary>Holds what a webhook says of itself and of its contact. What is missing is null.</summary>
internal sealed record WebhookEvent(string? Type, string? AppId, string? LocationId, string? ContactId, string? WebhookId, Instant? At)
{
    /// <summary>Reads a webhook that is known to be genuine.</summary>
    /// <returns>The event; null when the body is no object.</returns>
    public static WebhookEvent? Read(JsonElement body) => body.ValueKind != JsonValueKind.Object ? null : new WebhookEvent(
        Text(body, "type"), Text(body, "appId"), Text(body, "locationId"), Text(body, "id"), Text(body, "webhookId"),
        Text(body, "timestamp") is { } time && InstantPattern.ExtendedIso.Parse(time) is { Success: true, Value: var at } ? at : null);

    /// <summary>Puts the event into a notice: what it says of the contact may be old by now, so the contact is read again.</summary>
    public Notice? ToNotice(string connection)
    {
        if (ContactId is not { Length: > 0 } id)
        {
            return null;
        }

        var notice = new Notice { Connection = connection, Side = SyncSide.Crm, Id = id, At = At };
        return Type switch
        {
            "ContactCreate" or "ContactUpdate" or "ContactDndUpdate" => notice,
            "ContactTagUpdate" => notice with { Field = "tags" },
            "ContactDelete" => notice with { Kind = NoticeKind.Deleted },
            _ => null,
        };
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
