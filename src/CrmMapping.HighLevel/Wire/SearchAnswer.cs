using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.HighLevel;

/// <summary>Holds a page of a search, and when and how fast it was answered.</summary>
internal sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, long? Total, Instant? Date, TimeSpan Elapsed)
{
    /// <summary>Reads an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="take">Takes a contact's values, and tells whether it did; null where nobody wants them.</param>
    /// <exception cref="JsonException">The answer is none.</exception>
    public static SearchAnswer Read(CrmResponse answer, Predicate<JsonElement>? take)
    {
        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("contacts", out var contacts)
            && contacts.ValueKind == JsonValueKind.Array
            ? new SearchAnswer(
                [.. contacts.EnumerateArray().Select(item => Hit(item, take))],
                document.RootElement.TryGetProperty("total", out var total) && total.ValueKind == JsonValueKind.Number ? total.GetInt64() : null,
                answer.Date, answer.Elapsed)
            : throw new JsonException("The answer has no 'contacts'.");
    }

    private static SearchHit Hit(JsonElement item, Predicate<JsonElement>? take) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? SearchHit.Read(item, take?.Invoke(item) == true)
            : throw new JsonException("The answer's 'contacts' hold something that is no contact.");
}
