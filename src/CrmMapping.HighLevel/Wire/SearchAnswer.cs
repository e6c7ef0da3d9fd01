using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.HighLevel;

/// <summary>Holds a page of a search, and when and how fast it was answered.</summary>
internal sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, long? Total, Instant? Date, TimeSpan Elapsed)
{
    /// <exception cref="JsonException">The answer is none.</exception>
    public static SearchAnswer Read(CrmResponse answer)
    {
        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("contacts", out var contacts)
            && contacts.ValueKind == JsonValueKind.Array
            ? new SearchAnswer(
                [.. contacts.EnumerateArray().Select(Hit)],
                document.RootElement.TryGetProperty("total", out var total) && total.ValueKind == JsonValueKind.Number ? total.GetInt64() : null,
                answer.Date, answer.Elapsed)
            : throw new JsonException("The answer has no 'contacts'.");
    }

    private static SearchHit Hit(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? SearchHit.Read(item)
            : throw new JsonException("The answer's 'contacts' hold something that is no contact.");
}
