using System.Text;
using System.Text.Json;
using NodaTime;

namespace CrmMapping;

/// <summary>Remembers of the CRM's fields what tells a drift from how they always were: the options they had, and when a field came back.</summary>
/// <remarks>Options are of a version of the mapping: saving it anew accepts them as they are then. Never changes.</remarks>
internal sealed class SchemaMemory
{
    private readonly int _version;
    private readonly SortedDictionary<string, EquatableArray<string>> _options;
    private readonly SortedDictionary<string, long> _back;

    private SchemaMemory(
        int version, SortedDictionary<string, EquatableArray<string>> options, SortedDictionary<string, long> back) =>
        (_version, _options, _back) = (version, options, back);

    /// <summary>Gets the memory of nothing.</summary>
    public static SchemaMemory None { get; } = new(-1, [], []);

    /// <summary>Reads what <see cref="ToString"/> wrote; null is the memory of nothing.</summary>
    public static SchemaMemory Parse(string? text)
    {
        if (text is null)
        {
            return None;
        }

        using var json = JsonDocument.Parse(text);
        var options = new SortedDictionary<string, EquatableArray<string>>(StringComparer.Ordinal);
        foreach (var field in json.RootElement.GetProperty("options").EnumerateObject())
        {
            options[field.Name] = field.Value.EnumerateArray().Select(static option => option.GetString()!).ToEquatableArray();
        }

        var back = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var field in json.RootElement.GetProperty("back").EnumerateObject())
        {
            back[field.Name] = field.Value.GetInt64();
        }

        return new SchemaMemory(json.RootElement.GetProperty("version").GetInt32(), options, back);
    }

    /// <summary>Lists the options that a mapping may have to write and that its CRM field had once and has no more.</summary>
    public EquatableArray<string> LostBy(FieldMapping mapping, int version) =>
        version == _version && Matters(mapping) && _options.TryGetValue(mapping.Crm.Key, out var remembered)
            ? remembered.Where(option => !mapping.Crm.Options.Any(live => live.Value == option)).ToEquatableArray()
            : [];

    /// <summary>Gives the mark of a mapping whose CRM field was gone and came back; links that were planned since bear it. Null for others.</summary>
    public string? BackMarkOf(FieldMapping mapping) =>
        _back.TryGetValue(mapping.Local.Key, out var at) ? $"~{MapStamp.Hash($"{mapping.Local.Key} {at}")[..6]}" : null;

    /// <summary>Gives the memory once a map's fields were described: what was lost stays known until it is back or accepted.</summary>
    public SchemaMemory After(CompiledMap described, int version)
    {
        var next = new SortedDictionary<string, EquatableArray<string>>(StringComparer.Ordinal);
        foreach (var mapping in described.Set.Mappings.Where(static mapping => mapping.Direction.GoesToCrm))
        {
            var known = version == _version ? _options.GetValueOrDefault(mapping.Crm.Key) : [];
            var isThere = !described.MissingFields.Contains(mapping.Crm.Key) && Matters(mapping);
            var all = isThere ? known.Union(mapping.Crm.Options.Select(static option => option.Value)).ToEquatableArray() : known;
            if (all.Count > 0)
            {
                next[mapping.Crm.Key] = all;
            }
        }

        return new SchemaMemory(version, next, _back);
    }

    /// <summary>Gives the memory once the CRM fields of some mappings came back.</summary>
    public SchemaMemory Back(IReadOnlyCollection<string> localKeys, Instant at)
    {
        var back = new SortedDictionary<string, long>(_back, StringComparer.Ordinal);
        foreach (var key in localKeys)
        {
            back[key] = at.ToUnixTimeTicks();
        }

        return new SchemaMemory(_version, _options, back);
    }

    /// <summary>Writes the memory as text; equal memories give equal texts.</summary>
    /// <returns>JSON.</returns>
    public override string ToString()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("version", _version);
            json.WriteStartObject("options");
            foreach (var (field, options) in _options)
            {
                json.WriteStartArray(field);
                options.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteStartObject("back");
            foreach (var (field, at) in _back)
            {
                json.WriteNumber(field, at);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static bool Matters(FieldMapping mapping) =>
        mapping.Direction.GoesToCrm && mapping.Crm is { Type: FieldType.Picklist or FieldType.MultiPicklist, Options.Count: > 0 };
}
