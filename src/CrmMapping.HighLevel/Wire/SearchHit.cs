using System.Text.Json;
using NodaTime;

namespace CrmMapping.HighLevel;

/// <summary>Holds what search knows of a contact, as far as it is believed: that it is there, and when it changed. Values are read by id.</summary>
/// <param name="Id">The contact.</param>
/// <param name="ModifiedAt">When it last changed as far as search knows.</param>
/// <param name="Place">Where the search goes on behind it, as JSON; null where the answer does not say.</param>
/// <param name="Email">Its address as search knows it.</param>
/// <param name="Phone">Its number as search knows it.</param>
internal sealed record SearchHit(string Id, Instant? ModifiedAt, string? Place, string? Email, string? Phone)
{
    public static SearchHit Read(JsonElement item) => new(
        item.GetProperty("id").GetString() is { Length: > 0 } id ? id : throw new JsonException("The answer holds a contact without an id."),
        ContactReading.Time(item, "dateUpdated"),
        item.TryGetProperty("searchAfter", out var place) && place.ValueKind == JsonValueKind.Array ? place.GetRawText() : null,
        Text(item, "email"), Text(item, "phone"));

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
