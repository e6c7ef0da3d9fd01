namespace CrmMapping.HighLevel;

/// <summary>Knows a location's custom fields by key. Immutable.</summary>
internal sealed class CustomFields(IEnumerable<CustomField> fields)
{
    private readonly Dictionary<string, CustomField> _byKey = fields.DistinctBy(static field => field.Field.Key)
        .ToDictionary(static field => field.Field.Key, StringComparer.Ordinal);

    public static CustomFields None { get; } = new([]);

    public IEnumerable<CustomField> All => _byKey.Values;

    /// <summary>Gets the fields' ids by key, as refusals name them.</summary>
    public IReadOnlyDictionary<string, string> Ids { get => field ??= _byKey.ToDictionary(static pair => pair.Key, static pair => pair.Value.Id); private set; }

    public CustomField? Find(string key) => _byKey.GetValueOrDefault(key);
}
