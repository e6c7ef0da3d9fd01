using System.Text.Json;

namespace CrmMapping.Pipedrive;

/// <summary>Holds a person as it is just before it is written.</summary>
/// <param name="Document">The answer; null where there is none or nothing of it is needed.</param>
/// <param name="IsGone">Whether there is no such person any more.</param>
internal sealed record CurrentPerson(JsonDocument? Document, bool IsGone) : IDisposable
{
    /// <summary>Gets the person; undefined where nothing of it is needed.</summary>
    public JsonElement Data => Document?.RootElement.GetProperty("data") ?? default;

    /// <exception cref="JsonException">The answer is none.</exception>
    public static CurrentPerson Read(ReadOnlyMemory<byte> json)
    {
        // A copy: the answer's memory is handed back before this is used.
        var document = JsonDocument.Parse(json.ToArray());
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Object)
        {
            document.Dispose();
            throw new JsonException("The answer holds no person.");
        }

        var isDeleted = data.TryGetProperty("is_deleted", out var deleted) && deleted.ValueKind == JsonValueKind.True;
        return new CurrentPerson(document, isDeleted);
    }

    public void Dispose() => Document?.Dispose();
}
