using System.Text.Json;

namespace CrmMapping.HighLevel;

/// <summary>Holds what a contact says of one channel, as it is to be written back.</summary>
internal sealed record DndBlock(string Status, string? Message, string? Code)
{
    /// <summary>Gets whether the contact itself asked to be left alone, which nobody else takes back.</summary>
    public bool IsPermanent => Status == "permanent";

    public static DndBlock Of(bool isBlocked) => new(isBlocked ? "active" : "inactive", null, null);

    /// <summary>Reads the channels of a contact.</summary>
    public static Dictionary<string, DndBlock> ReadAll(JsonElement contact, string name)
    {
        Dictionary<string, DndBlock> blocks = new(StringComparer.Ordinal);
        if (contact.TryGetProperty(name, out var all) && all.ValueKind == JsonValueKind.Object)
        {
            foreach (var channel in all.EnumerateObject().Where(static channel => channel.Value.ValueKind == JsonValueKind.Object))
            {
                if (Text(channel.Value, "status") is { } status)
                {
                    blocks[channel.Name] = new DndBlock(status, Text(channel.Value, "message"), Text(channel.Value, "code"));
                }
            }
        }

        return blocks;
    }

    private static string? Text(JsonElement block, string name) =>
        block.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
