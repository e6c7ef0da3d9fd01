using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Holds what must be known of a contact before its tags or channels are written, as the whole of them may be replaced.</summary>
internal sealed record HeldState(IReadOnlyList<string> Tags, IReadOnlyDictionary<string, DndBlock> Blocks, DndBlock? Inbound)
{
    public static HeldState Nothing { get; } = new([], new Dictionary<string, DndBlock>(), null);

    /// <exception cref="JsonException">The answer is none.</exception>
    public static HeldState Read(CrmResponse answer)
    {
        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("contact", out var contact)
            && contact.ValueKind == JsonValueKind.Object
            ? new HeldState(
                ReadTags(contact), DndBlock.ReadAll(contact, "dndSettings"), DndBlock.ReadAll(contact, "inboundDndSettings").GetValueOrDefault("all"))
            : throw new JsonException("The answer has no 'contact'.");
    }

    /// <summary>Reads tags, of a contact or of the answer to a change of them.</summary>
    public static IReadOnlyList<string> ReadTags(JsonElement body) => body.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
        ? [.. tags.EnumerateArray().Where(static tag => tag.ValueKind == JsonValueKind.String).Select(static tag => tag.GetString()!)]
        : throw new JsonException("The answer has no 'tags'.");
}
