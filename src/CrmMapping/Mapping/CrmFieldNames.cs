namespace CrmMapping;

/// <summary>Finds a CRM's fields by the names that people write: a field's own, or an alias that no field bears.</summary>
internal sealed class CrmFieldNames(IEnumerable<FieldDescriptor> fields, EquatableArray<FieldAlias> aliases)
{
    private readonly Dictionary<string, FieldDescriptor> _fields =
        fields.ToDictionary(static field => field.Key, StringComparer.Ordinal);

    /// <summary>Tells whether a field bears the very name.</summary>
    public bool Has(string key) => _fields.ContainsKey(key);

    /// <summary>Finds the field that a name stands for.</summary>
    /// <returns>The field, under the key that it bears; null when there is none.</returns>
    public FieldDescriptor? Find(string name) => _fields.GetValueOrDefault(name)
        ?? (aliases.FirstOrDefault(alias => alias.Name == name) is { } alias ? _fields.GetValueOrDefault(alias.Key) : null);

    /// <summary>Lists the fields under every name that stands for them.</summary>
    public IEnumerable<FieldDescriptor> ByEveryName() =>
    [
        .. _fields.Values,
        .. aliases.Where(alias => !Has(alias.Name)).Select(alias => Find(alias.Name) is { } field ? field with { Key = alias.Name } : null)
            .OfType<FieldDescriptor>(),
    ];

    /// <summary>Describes the CRM field of each mapping that is found; a field takes part in one mapping, so an alias yields to its own name.</summary>
    public EquatableArray<FieldMapping> Describe(EquatableArray<FieldMapping> mappings)
    {
        var taken = mappings.Select(static mapping => mapping.Crm.Key).ToHashSet(StringComparer.Ordinal);
        return mappings.Select(mapping => Find(mapping) is { } field && (field.Key == mapping.Crm.Key || taken.Add(field.Key))
            ? mapping with { Crm = field }
            : mapping).ToEquatableArray();
    }

    // What an admin chose was a field's own name when it was saved, and stands for no other field when that one is gone.
    private FieldDescriptor? Find(FieldMapping mapping) => mapping.TargetOrigin == MappingOrigin.Admin
        ? _fields.GetValueOrDefault(mapping.Crm.Key)
        : Find(mapping.Crm.Key);
}
