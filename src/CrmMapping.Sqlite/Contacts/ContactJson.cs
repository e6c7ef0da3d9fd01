using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CrmMapping.Sqlite;

/// <summary>Writes and reads a host's contacts as JSON, and tells which fields differ between two of them.</summary>
internal sealed class ContactJson<TContact>
    where TContact : class, new()
{
    private static readonly Dictionary<string, FieldStamp> NoStamps = [];

    private readonly JsonTypeInfo<TContact> _type;
    private readonly FrozenDictionary<string, string> _keys;

    public ContactJson(JsonTypeInfo<TContact> type)
    {
        _type = type;

        // A map names the property, the JSON may name it otherwise.
        _keys = type.Properties.ToFrozenDictionary(
            property => property.Name, property => (property.AttributeProvider as MemberInfo)?.Name ?? property.Name);
        Fields = _keys.Values.ToFrozenSet();
    }

    public IReadOnlyCollection<string> Fields { get; }

    public static Dictionary<string, FieldStamp> ReadStamps(string stamps) => stamps.Length == 0
        ? NoStamps
        : JsonSerializer.Deserialize(stamps, SqliteJson.Default.DictionaryStringFieldStamp)!;

    public static string WriteStamps(Dictionary<string, FieldStamp> stamps) =>
        stamps.Count == 0 ? "" : JsonSerializer.Serialize(stamps, SqliteJson.Default.DictionaryStringFieldStamp);

    public byte[] Write(TContact contact) => JsonSerializer.SerializeToUtf8Bytes(contact, _type);

    public TContact Read(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize(body, _type)!;

    /// <summary>Lists the keys of the fields that differ, fields that one of the two does not mention included.</summary>
    public IReadOnlyCollection<string> Difference(byte[] before, byte[] after)
    {
        if (before.AsSpan().SequenceEqual(after))
        {
            return [];
        }

        var old = Split(before);
        HashSet<string> changed = [];
        foreach (var (name, value) in Split(after))
        {
            if (!old.Remove(name, out var was) || !before.AsSpan(was).SequenceEqual(after.AsSpan(value)))
            {
                changed.Add(_keys.GetValueOrDefault(name, name));
            }
        }

        changed.UnionWith(old.Keys.Select(name => _keys.GetValueOrDefault(name, name)));
        return changed;
    }

    private static Dictionary<string, Range> Split(byte[] body)
    {
        var values = new Dictionary<string, Range>();
        var reader = new Utf8JsonReader(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            values[name] = start..(int)reader.BytesConsumed;
        }

        return values;
    }
}
