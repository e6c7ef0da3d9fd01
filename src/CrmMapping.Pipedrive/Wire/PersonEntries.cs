using System.Text.Json;

namespace CrmMapping.Pipedrive;

/// <summary>Holds a person's e-mail addresses, phone numbers or messenger accounts, and gives each of them to one field alone.</summary>
/// <remarks>
/// The field without a part is the primary entry. <c>email.home</c> is the first further entry that bears the label <c>home</c>. So no
/// entry is two fields, a change of one field changes no other, and entries that no field names stay as they are.
/// </remarks>
internal sealed class PersonEntries
{
    private const string UsualLabel = "work";

    private readonly List<PersonEntry> _entries = [];

    public IEnumerable<string> Values => _entries.Select(static entry => entry.Value);

    private int Primary => _entries.FindIndex(static entry => entry.IsPrimary) is >= 0 and var place ? place : _entries.Count > 0 ? 0 : -1;

    public static PersonEntries Read(JsonElement list)
    {
        var entries = new PersonEntries();
        if (list.ValueKind != JsonValueKind.Array)
        {
            return entries;
        }

        foreach (var item in list.EnumerateArray())
        {
            // Where there is none, some answers hold an entry without a value.
            if (item.ValueKind == JsonValueKind.Object && Text(item, "value") is { } value && !string.IsNullOrWhiteSpace(value))
            {
                var isPrimary = item.TryGetProperty("primary", out var primary) && primary.ValueKind == JsonValueKind.True;
                entries._entries.Add(new PersonEntry(value, Text(item, "label") ?? UsualLabel, isPrimary));
            }
        }

        return entries;
    }

    /// <summary>Gives the value of a field.</summary>
    /// <param name="label">The label; null for the primary entry.</param>
    public string? Value(string? label) => Find(label) is >= 0 and var place ? _entries[place].Value : null;

    /// <summary>Sets the values of fields, and keeps every other entry.</summary>
    /// <param name="changes">Labels, null for the primary entry, and values; a null value takes the entry away.</param>
    public void Apply(IReadOnlyList<(string? Label, string? Value)> changes)
    {
        // All are found before any is changed: without its primary entry the next one would be another field.
        var found = changes.Select(change => (Place: Find(change.Label), change.Label, change.Value)).ToList();
        foreach (var (place, _, value) in found.Where(static change => change is { Place: >= 0, Value: not null }))
        {
            _entries[place] = _entries[place] with { Value = value! };
        }

        foreach (var (place, _, _) in found.Where(static change => change is { Place: >= 0, Value: null }).OrderByDescending(static change => change.Place))
        {
            _entries.RemoveAt(place);
        }

        foreach (var (_, label, value) in found.Where(static change => change is { Place: < 0, Value: not null }))
        {
            _entries.Insert(label is null ? 0 : _entries.Count, new PersonEntry(value!, label ?? UsualLabel, IsPrimary: label is null));
        }
    }

    /// <summary>Writes the list as Pipedrive takes it: whole, with one primary entry.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        var primary = Primary;
        writer.WriteStartArray();
        for (var place = 0; place < _entries.Count; place++)
        {
            writer.WriteStartObject();
            writer.WriteString("value"u8, _entries[place].Value);
            writer.WriteBoolean("primary"u8, place == primary);
            writer.WriteString("label"u8, _entries[place].Label);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private int Find(string? label)
    {
        var primary = Primary;
        return label is null
            ? primary
            : Enumerable.Range(0, _entries.Count)
                .Where(place => place != primary && string.Equals(_entries[place].Label, label, StringComparison.OrdinalIgnoreCase))
                .DefaultIfEmpty(-1).First();
    }
}
