using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>One event of a webhook, as far as it speaks of contacts.</summary>
internal sealed record WebhookEvent(string What, string Portal, string Id, Instant? At, string? Property, IReadOnlyList<string> Merged)
{
    private const string ContactType = "0-1";

    // The least and greatest times that HubSpot could mean; a number beyond them is no time.
    private const long Latest = 253_402_300_799_999;

    /// <summary>Reads an event.</summary>
    /// <returns>The event; null when it speaks of something else, or of nothing that can be understood.</returns>
    public static WebhookEvent? Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || TypeOf(item) is not { } what)
        {
            return null;
        }

        // A merge may make a third record; what was asked about by either id is found there.
        var id = what == "merge" ? FindId(item, "newObjectId") ?? FindId(item, "primaryObjectId") ?? FindId(item, "objectId") : FindId(item, "objectId");
        return id is null
            ? null
            : new WebhookEvent(
                what, FindId(item, "portalId") ?? "", id, Time(item), Text(item, "propertyName"), what == "merge" ? Absorbed(item, id) : []);
    }

    /// <summary>Puts the event into notices.</summary>
    public IEnumerable<Notice> Notices(string connection)
    {
        var notice = new Notice { Connection = connection, Side = SyncSide.Crm, Id = Id, At = At };
        return What switch
        {
            "propertyChange" => [notice with { Field = Property }],
            "creation" or "restore" => [notice],
            "deletion" => [notice with { Kind = NoticeKind.Deleted }],
            "privacyDeletion" => [notice with { Kind = NoticeKind.Erased }],
            "merge" => [.. Merged.Select(old => notice with { Id = old, Kind = NoticeKind.Merged, MergedInto = Id }), notice],
            _ => [],
        };
    }

    private static string? TypeOf(JsonElement item)
    {
        var type = Text(item, "subscriptionType") ?? Text(item, "eventType") ?? "";
        return type.Split('.') switch
        {
            ["contact", var what] => what,
            ["object", var what] when Text(item, "objectTypeId") == ContactType => what,
            _ => null,
        };
    }

    private static string[] Absorbed(JsonElement item, string survivor)
    {
        var merged = item.TryGetProperty("mergedObjectIds", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(IdOf)
            : [];
        return [.. merged.Append(FindId(item, "primaryObjectId")).OfType<string>().Where(id => id != survivor).Distinct(StringComparer.Ordinal)];
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? FindId(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? IdOf(value) : null;

    // Ids are whole positive numbers, sent as such or as text.
    private static string? IdOf(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString(),
            _ => null,
        };
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? id.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static Instant? Time(JsonElement item) =>
        item.TryGetProperty("occurredAt", out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var milliseconds) && milliseconds is > 0 and <= Latest
            ? Instant.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
