using System.Text.Json;
using System.Text.Unicode;

namespace CrmMapping;

/// <summary>Reads a file of mappings, trusting nothing in it, and notes everything that is not as the format says.</summary>
internal sealed class MappingFileReader(RecordType recordType, ImportRefusalList refusals)
{
    private const int MostDepth = 8;
    private const string Root = "$";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MostDepth };

    public IReadOnlyList<MappingFileRow> Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MappingJson.MaxLength)
        {
            refusals.Add(ImportRefusals.FileTooLarge(utf8.Length, MappingJson.MaxLength));
            return [];
        }

        var text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (!Utf8.IsValid(text.Span))
        {
            refusals.Add(ImportRefusals.NotUtf8());
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return ReadFile(document.RootElement);
        }
        catch (JsonException broken)
        {
            refusals.Add(ImportRefusals.NotJson((broken.LineNumber ?? 0) + 1, (broken.BytePositionInLine ?? 0) + 1, MostDepth));
            return [];
        }
    }

    // A later format may differ in anything but the place of its number, so nothing else of such a file is judged.
    private List<MappingFileRow> ReadFile(JsonElement file)
    {
        var format = file.ValueKind == JsonValueKind.Object
            ? file.EnumerateObject().FirstOrDefault(static property => NameOf(property) == MappingFile.FormatVersion).Value
            : default;
        if (format.ValueKind == JsonValueKind.Number && !(format.TryGetDecimal(out var version) && version <= MappingJson.FormatVersion))
        {
            refusals.Add(ImportRefusals.NewerFormat($"{Root}.{MappingFile.FormatVersion}", format.GetRawText(), MappingJson.FormatVersion));
            return [];
        }

        var parts = Parts(file, Root, MappingFile.OfFile, "an object");
        if (parts is null)
        {
            return [];
        }

        Expect(parts, Root, MappingFile.FormatVersion, $"{MappingJson.FormatVersion}", static value =>
            value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var version) && version == MappingJson.FormatVersion);
        Expect(parts, Root, MappingFile.RecordType, $"\"{recordType}\"", value => Text(value) == recordType.ToString());
        ExpectText(parts, MappingFile.Schema);
        ExpectText(parts, MappingFile.Map);
        return Expect(parts, Root, MappingFile.Mappings, "an array of mappings", static value => value.ValueKind == JsonValueKind.Array) is { } rows
            ? ReadRows(rows)
            : [];
    }

    private List<MappingFileRow> ReadRows(JsonElement rows)
    {
        var read = new List<MappingFileRow>();
        var index = 0;
        foreach (var row in rows.EnumerateArray())
        {
            var path = $"{Root}.{MappingFile.Mappings}[{index++}]";
            if (refusals.IsFull)
            {
                break;
            }

            if (Parts(row, path, MappingFile.OfMapping, "a mapping, an object") is { } parts && ReadRow(parts, path) is { } mapping)
            {
                read.Add(mapping);
            }
        }

        return read;
    }

    private MappingFileRow? ReadRow(Dictionary<string, JsonElement> parts, string path)
    {
        var local = Expect(parts, path, MappingFile.Local, "the key of a local field", IsName);
        var direction = Expect(parts, path, MappingFile.Direction, Quoted(MappingFile.Directions), IsDirection);
        var crm = Expect(parts, path, MappingFile.Crm, "the key of a CRM field", IsName);
        return (local, direction, crm) is ({ } ofLocal, { } way, { } ofCrm)
            ? new MappingFileRow(path, Text(ofLocal)!, Enum.Parse<SyncDirection>(Text(way)!), Text(ofCrm)!)
            : null;
    }

    private Dictionary<string, JsonElement>? Parts(JsonElement value, string path, IReadOnlyList<string> allowed, string what)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            refusals.Add(ImportRefusals.ValueNotAllowed(path, Show(value), what));
            return null;
        }

        var parts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var name = NameOf(property);
            if (!allowed.Contains(name, StringComparer.Ordinal))
            {
                refusals.Add(ImportRefusals.PropertyUnknown(path, name, allowed));
            }
            else if (!parts.TryAdd(name, property.Value))
            {
                refusals.Add(ImportRefusals.PropertyTwice($"{path}.{name}", name));
            }

            if (refusals.IsFull)
            {
                break;
            }
        }

        return parts;
    }

    private JsonElement? Expect(Dictionary<string, JsonElement> parts, string path, string name, string allowed, Func<JsonElement, bool> isAllowed)
    {
        if (!parts.TryGetValue(name, out var value))
        {
            refusals.Add(ImportRefusals.PropertyMissing(path, name, allowed));
            return null;
        }

        if (!isAllowed(value))
        {
            refusals.Add(ImportRefusals.ValueNotAllowed($"{path}.{name}", Show(value), allowed));
            return null;
        }

        return value;
    }

    private void ExpectText(Dictionary<string, JsonElement> parts, string name)
    {
        if (parts.ContainsKey(name))
        {
            Expect(parts, Root, name, "text", static value => Text(value) is not null);
        }
    }

    private static bool IsName(JsonElement value) => Text(value) is { Length: > 0 };

    private static bool IsDirection(JsonElement value) => MappingFile.Directions.Contains(Text(value), StringComparer.Ordinal);

    // An escape may name half a character, which is text to JSON and to nobody else.
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => Text(value) is { } text ? Wording.Quote(text) : "text with half a character",
        _ => Wording.Quote(value.GetRawText()),
    };

    private static string Quoted(IReadOnlyList<string> words) => string.Join(", ", words.Select(static word => $"\"{word}\""));
}
