using System.Text.Json;
using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Reads of which records relayed change events speak. Values in them are passed over.</summary>
/// <remarks>The relay's envelope names the org in its source, as <c>aws.partner/salesforce.com/{org}/{channel}</c>.</remarks>
internal static class ChangeEvents
{
    // The greatest time that could be meant; a number beyond it is no time.
    private const long Latest = 253_402_300_799_999;

    /// <summary>Reads one event, or a list of them, all of one org.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static OrgNews Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        IReadOnlyList<JsonElement> events = document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray()] : [document.RootElement];
        var orgs = events.Select(OrgOf).Distinct(StringComparer.Ordinal).ToList();
        return orgs is [{ } org]
            ? new OrgNews(org, [.. events.SelectMany(Records)])
            : throw new JsonException("The events name no org, or several.");
    }

    private static string? OrgOf(JsonElement item) =>
        Text(item, "source")?.Split('/').FirstOrDefault(static part => RecordId.IsId(part) && part.StartsWith("00D", StringComparison.Ordinal)) is { } org
            ? RecordId.ToLong(org)
            : null;

    private static IEnumerable<RecordNews> Records(JsonElement item)
    {
        if (Inner(Inner(Inner(item, "detail"), "payload"), "ChangeEventHeader") is not { } header || RecordNews.TypeOf(Text(header, "entityName")) is not { } type
            || KindOf(Text(header, "changeType")) is not { } kind)
        {
            return [];
        }

        var at = header.TryGetProperty("commitTimestamp", out var time) && time.ValueKind == JsonValueKind.Number
            && time.TryGetInt64(out var milliseconds) && milliseconds is > 0 and <= Latest ? Instant.FromUnixTimeMilliseconds(milliseconds) : (Instant?)null;
        return header.TryGetProperty("recordIds", out var ids) && ids.ValueKind == JsonValueKind.Array
            ? [.. ids.EnumerateArray().Select(static id => id.ValueKind == JsonValueKind.String ? id.GetString() : null).OfType<string>()
                .Where(static id => RecordId.IsId(id)).Select(id => new RecordNews(type, RecordId.ToLong(id), kind, at))]
            : [];
    }

    // An overflow names no record: the next poll finds what changed.
    private static NoticeKind? KindOf(string? changeType) => changeType switch
    {
        "DELETE" or "GAP_DELETE" => NoticeKind.Deleted,
        "CREATE" or "UPDATE" or "UNDELETE" or "GAP_CREATE" or "GAP_UPDATE" or "GAP_UNDELETE" => NoticeKind.Changed,
        _ => null,
    };

    private static JsonElement? Inner(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } outer && outer.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
