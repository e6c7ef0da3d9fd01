using System.Text.Json;
using NodaTime;

namespace CrmMapping.HighLevel;

/// <summary>Holds what search knows of a contact beside its values.</summary>
/// <param name="Id">The contact.</param>
/// <param name="ModifiedAt">When it last changed as far as search knows.</param>
/// <param name="Place">Where the search goes on behind it, as JSON; null where the answer does not say.</param>
/// <param name="Email">Its address; null where it has none.</param>
/// <param name="Phone">Its number; null where it has none.</param>
/// <param name="IsTaken">Whether its values were taken; where not, they are read by id.</param>
internal sealed record SearchHit(string Id, Instant? ModifiedAt, string? Place, string? Email, string? Phone, bool IsTaken)
{
    public static SearchHit Read(JsonElement item, bool isTaken) => new(
        item.GetProperty("id").GetString() is { Length: > 0 } id ? id : throw new JsonException("The answer holds a contact without an id."),
        ContactReading.Time(item, "dateUpdated"),
        item.TryGetProperty("searchAfter", out var place) && place.ValueKind == JsonValueKind.Array ? place.GetRawText() : null,
        Text(item, "email"), Text(item, "phone"), isTaken);

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
