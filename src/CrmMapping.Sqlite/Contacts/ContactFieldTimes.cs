using System.Collections;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Gives the time of each field: when it last changed, else when the contact was created.</summary>
internal sealed class ContactFieldTimes(
    IReadOnlyCollection<string> fields, IReadOnlyDictionary<string, FieldStamp> stamps, Instant createdAt)
    : IReadOnlyDictionary<string, Instant>
{
    public int Count => fields.Count;

    public IEnumerable<string> Keys => fields;

    public IEnumerable<Instant> Values => fields.Select(name => this[name]);

    public Instant this[string key] => TryGetValue(key, out var at)
        ? at
        : throw new KeyNotFoundException($"'{key}' is no field of the contact. Its fields are: {string.Join(", ", fields)}.");

    public bool ContainsKey(string key) => fields.Contains(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Instant value)
    {
        value = stamps.TryGetValue(key, out var stamp) ? Instant.FromUnixTimeTicks(stamp.At) : createdAt;
        return ContainsKey(key);
    }

    public IEnumerator<KeyValuePair<string, Instant>> GetEnumerator() =>
        fields.Select(name => KeyValuePair.Create(name, this[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
