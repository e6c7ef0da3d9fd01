using System.Text.Json;

namespace CrmMapping.Pipedrive;

/// <summary>Holds what Pipedrive says against a request. Every part of it may be missing.</summary>
/// <remarks>Pipedrive's own sentence may hold values, so it stays in here and is never shown.</remarks>
internal sealed class PipedriveRefusal
{
    private string _message = "";

    private PipedriveRefusal()
    {
    }

    /// <summary>Gets whether this is a refusal in Pipedrive's words at all, and not something that stands in its place.</summary>
    public bool IsPipedrives { get; private init; }

    public static PipedriveRefusal Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? new PipedriveRefusal
                {
                    IsPipedrives = root.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.False,
                    _message = $"{Text(root, "error")}\n{Text(root, "error_info")}\n{Text(root, "data")}\n{Text(root, "additional_data")}",
                }
                : new PipedriveRefusal();
        }
        catch (JsonException)
        {
            // A proxy's page, or nothing: the status alone tells.
            return new PipedriveRefusal();
        }
    }

    public bool Says(string words) => _message.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether a property is named, as a word of its own.</summary>
    public bool Names(string property)
    {
        for (var at = _message.IndexOf(property, StringComparison.OrdinalIgnoreCase); at >= 0; at = _message.IndexOf(property, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + property.Length;
            if ((at == 0 || !IsWord(_message[at - 1])) && (end == _message.Length || !IsWord(_message[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
