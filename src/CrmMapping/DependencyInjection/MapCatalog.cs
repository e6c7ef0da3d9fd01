using NodaTime;

namespace CrmMapping;

/// <summary>Gives the maps that were registered, built once.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class MapCatalog
{
    private readonly CrmMappingRegistry _registry;
    private readonly Lazy<Content> _content;

    public MapCatalog(CrmMappingRegistry registry, AdapterList adapters)
    {
        _registry = registry;
        _content = new Lazy<Content>(() => Build(registry, adapters.All ?? []));
    }

    /// <summary>Gets the CRMs, in the order in which they were added.</summary>
    public IReadOnlyList<CrmRegistration> Crms => _registry.Crms;

    /// <summary>Gets the connections declared in code.</summary>
    public IReadOnlyList<DeclaredConnection> Connections => _registry.Connections;

    /// <summary>Gets the mistakes in all maps.</summary>
    public IReadOnlyList<MappingMistake> Mistakes => _content.Value.Mistakes;

    /// <summary>Gets the maps as they were written.</summary>
    public IEnumerable<ContactMap> Maps => _content.Value.Entries.Values.Select(static entry => entry.Map);

    /// <summary>Finds what was said of a CRM.</summary>
    public CrmRegistration? FindCrm(string kind) => Crms.FirstOrDefault(crm => crm.Kind == kind);

    /// <summary>Finds the map of a kind of record as its developer wrote it; null when there is none.</summary>
    public CompiledMap? Find(string kind, RecordType recordType) => FindEntry(kind, recordType)?.Compiled;

    /// <summary>Gives the maps of a CRM, one a kind of record, as their developer wrote them.</summary>
    public IReadOnlyCollection<MappingSet> OfKind(string kind) =>
        [.. _content.Value.Entries.Where(entry => entry.Key.Kind == kind).Select(static entry => entry.Value.Compiled.Set)];

    /// <summary>Compiles a set that an admin edited. Sets that read and write contacts alike share the code that does it.</summary>
    /// <exception cref="InvalidOperationException">The CRM has no map for the set's kind of record.</exception>
    public CompiledMap Compile(string kind, MappingSet set, Instant? savedAt = null) =>
        FindEntry(kind, set.RecordType) is { } entry
            ? new CompiledMap(set, entry.Accesses.For(set)) { SavedAt = savedAt }
            : throw new InvalidOperationException($"{kind} has no map for records of the type {set.RecordType}.");

    private Entry? FindEntry(string kind, RecordType recordType) =>
        _content.Value.Entries.GetValueOrDefault((kind, recordType));

    private static Content Build(CrmMappingRegistry registry, IReadOnlyList<ICrmAdapter> adapters)
    {
        var entries = new Dictionary<(string Kind, RecordType), Entry>();
        var mistakes = new List<MappingMistake>();
        foreach (var crm in registry.Crms)
        {
            var traits = adapters.FirstOrDefault(adapter => adapter.Kind == crm.Kind)?.Traits ?? new CrmTraits();
            foreach (var (recordType, make) in crm.Maps)
            {
                var map = make();
                var set = map.Build(recordType, traits.NamedFields, mistakes) with { CrmAliases = traits.FieldAliases };
                var accesses = new SharedAccesses(map);
                entries[(crm.Kind, recordType)] = new Entry(map, new CompiledMap(set, accesses.For(set)), accesses);
            }
        }

        return new Content(entries, mistakes);
    }

    private sealed record Entry(ContactMap Map, CompiledMap Compiled, SharedAccesses Accesses);

    private sealed record Content(IReadOnlyDictionary<(string Kind, RecordType), Entry> Entries, IReadOnlyList<MappingMistake> Mistakes);
}
