namespace CrmMapping;

/// <summary>Holds the map under test, compiled, and knows its CRM properties by name.</summary>
internal sealed class ScenarioMap<TContact>
    where TContact : class, new()
{
    private readonly CompiledMap _map;
    private readonly MappingSet _watched;

    public ScenarioMap(ContactMap<TContact> map, IEnumerable<FieldDescriptor> knownFields)
    {
        var mistakes = new List<MappingMistake>();
        var set = map.Build(RecordType.Contact, knownFields, mistakes);
        if (mistakes.Count > 0)
        {
            throw new CrmMappingConfigurationException(mistakes);
        }

        _map = map.Compile(set);
        _watched = set with
        {
            Mappings =
            [
                .. set.Mappings,
                .. set.OfferedFields.Select(static field => new FieldMapping { Local = field, Crm = field }),
            ],
        };
        Watch = ContactAccess<TContact>.For(_watched, map.Fields, fused: false);
    }

    /// <summary>Gets the reader of all fields that can be told apart: the mapped ones by ordinal, then the offered ones.</summary>
    public ContactAccess<TContact> Watch { get; }

    public string LocalKey(int place) => _watched.Mappings[place].Local.Key;

    public int Ordinal(string crmKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(crmKey);
        for (var ordinal = 0; ordinal < _map.Count; ordinal++)
        {
            if (_map[ordinal].Crm.Key == crmKey)
            {
                return ordinal;
            }
        }

        throw new ArgumentException(
            $"'{crmKey}' is no CRM property of {_map.Set.Name}. It has: {string.Join(", ", _map.Set.Mappings.Select(static m => m.Crm.Key))}. "
            + "Correct the name, or map the property.",
            nameof(crmKey));
    }

    /// <summary>Gives the map with the fields that were described; the others are as the map has them.</summary>
    public CompiledMap Live(IReadOnlyCollection<FieldDescriptor> described) => _map.With(
        [.. _map.Set.Mappings.Select(m => described.FirstOrDefault(field => field.Key == m.Crm.Key) ?? m.Crm)]);
}
