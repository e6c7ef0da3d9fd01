using NodaTime;

namespace CrmMapping;

/// <summary>Shows the map of a connection to its admins and saves what they change of it, a version at a time.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class MappingEditor(
    ConnectionDirectory directory, ConnectionMaps maps, MapCatalog catalog, IConnectionStore store, ScopeOpener opener, IClock clock)
{
    public async Task<MappingSet> GetAsync(string name, CancellationToken cancellationToken)
    {
        var connection = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        var fields = await FieldsAsync(connection, cancellationToken).ConfigureAwait(false);
        return maps.Show(connection, await maps.FindSavedAsync(connection, cancellationToken).ConfigureAwait(false), fields);
    }

    public async Task<MappingSet> GetVersionAsync(string name, int version, CancellationToken cancellationToken)
    {
        var connection = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        var saved = await VersionAsync(connection, version, cancellationToken).ConfigureAwait(false);
        return maps.Show(connection, saved, await FieldsAsync(connection, cancellationToken).ConfigureAwait(false));
    }

    public async Task<IReadOnlyList<SavedMapping>> ReadHistoryAsync(string name, int size, CancellationToken cancellationToken)
    {
        var connection = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        return await store.ReadMappingHistoryAsync(name, TypeOf(connection), size, cancellationToken).ConfigureAwait(false);
    }

    public async Task<MappingSaveResult> SaveAsync(
        string name, MappingDraft draft, string by, string? comment, CancellationToken cancellationToken)
    {
        var connection = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        var mistakes = SettingsCheck.Find(name, connection.Kind, connection.Settings, catalog.OfKind(connection.Kind));
        if (mistakes.Count > 0)
        {
            return MappingSaveResult.Unworkable(mistakes);
        }

        var standing = await maps.FindSavedAsync(connection, cancellationToken).ConfigureAwait(false);
        if (draft.Version != (standing?.Version ?? 0))
        {
            return MappingSaveResult.Late(draft.Version, standing?.Version ?? 0);
        }

        var fields = await FieldsAsync(connection, cancellationToken).ConfigureAwait(false);
        var refusals = DraftCheck.Find(draft, fields);
        return refusals.Count > 0
            ? MappingSaveResult.Refused(refusals)
            : await SaveAsync(connection, draft.Version, draft.Edits, by, comment, fields, cancellationToken).ConfigureAwait(false);
    }

    public async Task<MappingSaveResult> RestoreAsync(string name, int version, string by, CancellationToken cancellationToken)
    {
        var connection = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        var wanted = await VersionAsync(connection, version, cancellationToken).ConfigureAwait(false);
        var standing = await maps.FindSavedAsync(connection, cancellationToken).ConfigureAwait(false);
        var fields = await FieldsAsync(connection, cancellationToken).ConfigureAwait(false);
        return await SaveAsync(
            connection, standing?.Version ?? 0, wanted?.Edits ?? MappingEdits.None, by, $"As version {version}.", fields, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Turns owner and disposition status back to ←, as the account is connected anew; all else stays.</summary>
    public async Task ReconnectAsync(Connection connection, string by, CancellationToken cancellationToken)
    {
        foreach (var code in catalog.OfKind(connection.Kind).Select(static map => map.Set))
        {
            bool isDone;
            do
            {
                var standing = await store.FindMappingAsync(connection.Name, code.RecordType, cancellationToken).ConfigureAwait(false);
                var edits = standing?.Edits ?? MappingEdits.None;
                var next = edits.Reconnected(code);
                isDone = next == edits
                    || await store.SaveMappingAsync(
                        Next(connection, code.RecordType, standing?.Version ?? 0, next, by, "Reconnected: owner and disposition status run ← again."),
                        cancellationToken).ConfigureAwait(false);
            }
            while (!isDone);
        }
    }

    private async Task<MappingSaveResult> SaveAsync(
        Connection connection, int standing, MappingEdits edits, string by, string? comment, IReadOnlyList<FieldDescriptor> fields,
        CancellationToken cancellationToken)
    {
        var next = Next(connection, TypeOf(connection), standing, edits, by, comment);
        return await store.SaveMappingAsync(next, cancellationToken).ConfigureAwait(false)
            ? MappingSaveResult.Of(maps.Show(connection, next, fields))
            : MappingSaveResult.Late(
                standing, (await maps.FindSavedAsync(connection, cancellationToken).ConfigureAwait(false))?.Version ?? 0);
    }

    private SavedMapping Next(Connection connection, RecordType recordType, int standing, MappingEdits edits, string by, string? comment) => new()
    {
        Connection = connection.Name,
        RecordType = recordType,
        Version = standing + 1,
        Edits = edits,
        SavedAt = clock.GetCurrentInstant(),
        SavedBy = by,
        Comment = comment,
    };

    // Null is version 0, the map as code ships it.
    private async Task<SavedMapping?> VersionAsync(Connection connection, int version, CancellationToken cancellationToken)
    {
        var saved = await store.FindMappingVersionAsync(connection.Name, TypeOf(connection), version, cancellationToken).ConfigureAwait(false);
        return saved is not null || version == 0
            ? saved
            : throw new ArgumentOutOfRangeException(
                nameof(version), version,
                $"'{connection.Name}' has no such version of its mapping. The history lists those that there are; 0 is the map as code ships it.");
    }

    private RecordType TypeOf(Connection connection) => maps.Code(connection).Set.RecordType;

    // An account that is disconnected cannot be asked: its map is shown as far as code describes it.
    private async Task<IReadOnlyList<FieldDescriptor>> FieldsAsync(Connection connection, CancellationToken cancellationToken) =>
        connection.State == ConnectionState.Disconnected
            ? []
            : await opener.DescribeAsync(connection, cancellationToken).ConfigureAwait(false);

    private async Task<Connection> FindAsync(string name, CancellationToken cancellationToken) =>
        await directory.FindAsync(name, cancellationToken).ConfigureAwait(false)
        ?? throw new ArgumentException($"There is no connection '{name}'. Create it first.", nameof(name));
}
