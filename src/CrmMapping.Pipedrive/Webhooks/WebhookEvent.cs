using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.Pipedrive;

/// <summary>What a webhook tells of a person.</summary>
internal sealed record WebhookEvent(
    string Action, string Company, string Id, Instant? At, string? MergedTo, string? MergedFrom, IReadOnlyList<string> Fields)
{
    // The greatest times that Pipedrive could mean; a number beyond them is no time.
    private const long LatestSecond = 253_402_300_799;

    /// <summary>Reads a webhook.</summary>
    /// <returns>The event; null when it speaks of something else, or of nothing that can be understood.</returns>
    public static WebhookEvent? Read(JsonElement meta, JsonElement body)
    {
        var action = Text(meta, "action");
        if (Text(meta, "entity") != "person" || action is not ("create" or "change" or "delete") || IdOf(meta, "entity_id") is not { } id)
        {
            return null;
        }

        return new WebhookEvent(
            action, IdOf(meta, "company_id") ?? "", id, Time(meta), IdOf(meta, "merged_to_id"), IdOf(meta, "merged_from_id"),
            action == "change" ? ChangedFields.Of(body) : []);
    }

    /// <summary>Puts the event into notices.</summary>
    public IEnumerable<Notice> Notices(string connection)
    {
        var notice = new Notice { Connection = connection, Side = SyncSide.Crm, Id = Id, At = At };
        return this switch
        {
            { Action: "delete", MergedTo: { } survivor } => Merge(notice, Id, survivor),
            { Action: "delete" } => [notice with { Kind = NoticeKind.Deleted }],
            { MergedFrom: { } old } => Merge(notice, old, Id),
            { Fields.Count: > 0 } => Fields.Select(field => notice with { Field = field }),
            _ => [notice],
        };
    }

    public static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<Notice> Merge(Notice notice, string old, string survivor) =>
        [notice with { Id = old, Kind = NoticeKind.Merged, MergedInto = survivor }, notice with { Id = survivor }];

    // Ids are texts here and numbers in the data; both are whole and positive.
    private static string? IdOf(JsonElement item, string name)
    {
        var text = item.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.String => value.GetString(),
                _ => null,
            }
            : null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? id.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    // Some come as ISO text, some as seconds since 1970, as a number or as text.
    private static Instant? Time(JsonElement meta)
    {
        if (!meta.TryGetProperty("timestamp", out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time))
        {
            return Instant.FromDateTimeOffset(time);
        }

        var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= LatestSecond
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;
    }
}
