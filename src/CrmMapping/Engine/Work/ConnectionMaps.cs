namespace CrmMapping;

/// <summary>Makes the map that a connection is worked under: the code's, with what an admin saved, and with the CRM's fields as they are now.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class ConnectionMaps(MapCatalog catalog, IConnectionStore store)
{
    private readonly SharedMaps _shared = new();

    /// <summary>Finds what was last saved of one of a connection's maps; null when nothing was.</summary>
    public Task<SavedMapping?> FindSavedAsync(Connection connection, RecordType recordType, CancellationToken cancellationToken) =>
        store.FindMappingAsync(connection.Name, recordType, cancellationToken);

    /// <summary>Gives the maps of a connection, one a kind of record, with what was saved of each, before the CRM is asked for its fields.</summary>
    public async Task<IReadOnlyList<MappingSet>> ReadSavedAsync(Connection connection, CancellationToken cancellationToken)
    {
        var sets = new List<MappingSet>();
        foreach (var code in catalog.OfKind(connection.Kind))
        {
            var saved = await store.FindMappingAsync(connection.Name, code.RecordType, cancellationToken).ConfigureAwait(false);
            sets.Add(saved is null ? code : Apply(code, saved, []));
        }

        return sets;
    }

    /// <summary>Gives the map of a kind of record as code ships it.</summary>
    /// <exception cref="CrmException">There is none.</exception>
    public CompiledMap Code(Connection connection, RecordType recordType) => catalog.Find(connection.Kind, recordType)
        ?? throw new CrmException(
            CrmFailure.Refused, connection.Name,
            $"there is no map of {connection.Kind} for records of the type {recordType}. Name one where {connection.Kind} is added.");

    /// <summary>Makes the map that runs.</summary>
    public CompiledMap Make(
        Connection connection, RecordType recordType, SavedMapping? saved, IReadOnlyList<FieldDescriptor> crmFields, SchemaMemory remembered)
    {
        var code = Code(connection, recordType);
        var map = saved is null ? code : catalog.Compile(connection.Kind, Apply(code.Set, saved, crmFields), saved.SavedAt);
        return _shared.Share(map.With(crmFields, remembered));
    }

    /// <summary>Makes the set that an admin sees and edits.</summary>
    public MappingSet Show(Connection connection, RecordType recordType, SavedMapping? saved, IReadOnlyList<FieldDescriptor> crmFields)
    {
        var set = Apply(Code(connection, recordType).Set, saved, crmFields);
        return set with { Source = set.Source! with { Connection = connection.Name } };
    }

    /// <summary>Gives the kinds of record that a connection syncs, the one that goes first first.</summary>
    public static IReadOnlyList<RecordType> TypesOf(Connection connection) =>
        [.. connection.Settings.RecordTypes.OrderByDescending(type => type == connection.Settings.Priority)];

    private static MappingSet Apply(MappingSet code, SavedMapping? saved, IReadOnlyList<FieldDescriptor> crmFields) =>
        (saved?.Edits ?? MappingEdits.None).ApplyTo(code, crmFields).Set with { Version = saved?.Version ?? 0 };
}
