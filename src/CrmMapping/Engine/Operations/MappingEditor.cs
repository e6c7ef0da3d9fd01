using NodaTime;

namespace CrmMapping;

/// <summary>Shows the map of a connection to its admins and saves what they change of it, a version at a time.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class MappingEditor(
    ConnectionDirectory directory, ConnectionMaps maps, MapCatalog catalog, IConnectionStore store, ScopeOpener opener, IClock clock)
{
    public async Task<MappingSet> GetAsync(string name, RecordType? recordType, CancellationToken cancellationToken)
    {
        var connection = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        var type = TypeOf(connection, recordType);
        var fields = await FieldsAsync(connection, type, cancellationToken).ConfigureAwait(false);
        return maps.Show(connection, type, await maps.FindSavedAsync(connection, type, cancellationToken).ConfigureAwait(false), fields);
    }

    public async Task<MappingSet> GetVersionAsync(string name, RecordType? recordType, int version, CancellationToken cancellationToken)
    {
        var connection = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        var type = TypeOf(connection, recordType);
        var saved = await VersionAsync(connection, type, version, cancellationToken).ConfigureAwait(false);
        return maps.Show(connection, type, saved, await FieldsAsync(connection, type, cancellationToken).ConfigureAwait(false));
    }

    public async Task<IReadOnlyList<SavedMapping>> ReadHistoryAsync(
        string name, RecordType? recordType, int size, CancellationToken cancellationToken)
    {
        var connection = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        return await store.ReadMappingHistoryAsync(name, TypeOf(connection, recordType), size, cancellationToken).ConfigureAwait(false);
    }

    public async Task<MappingSaveResult> SaveAsync(
        string name, MappingDraft draft, string by, string? comment, CancellationToken cancellationToken)
    {
        var connection = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        var type = draft.Start.RecordType;
        var standing = await maps.FindSavedAsync(connection, type, cancellationToken).ConfigureAwait(false);
        if (draft.Version != (standing?.Version ?? 0))
        {
            return await LateAsync(connection, draft.Start, cancellationToken).ConfigureAwait(false);
        }

        var fields = await FieldsAsync(connection, type, cancellationToken).ConfigureAwait(false);
        var next = Next(connection, type, draft.Version, draft.Edits, by, comment);
        return await SaveAsync(connection, next, draft.Start, fields, DraftCheck.Find(draft, fields), cancellationToken).ConfigureAwait(false);
    }

    public async Task<MappingSaveResult> RestoreAsync(
        string name, RecordType? recordType, int version, string by, CancellationToken cancellationToken)
    {
        var connection = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        var type = TypeOf(connection, recordType);
        var wanted = await VersionAsync(connection, type, version, cancellationToken).ConfigureAwait(false);
        var standing = await maps.FindSavedAsync(connection, type, cancellationToken).ConfigureAwait(false);
        var fields = await FieldsAsync(connection, type, cancellationToken).ConfigureAwait(false);
        var before = maps.Show(connection, type, standing, fields);
        var next = Next(connection, before.RecordType, before.Version, wanted?.Edits ?? MappingEdits.None, by, $"As version {version}.");
        return await SaveAsync(connection, next, before, fields, [], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Turns owner and disposition status back to ←, as the account is connected anew; all else stays.</summary>
    public async Task ReconnectAsync(Connection connection, string by, CancellationToken cancellationToken)
    {
        foreach (var code in catalog.OfKind(connection.Kind))
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
        Connection connection, SavedMapping next, MappingSet before, IReadOnlyList<FieldDescriptor> fields, IReadOnlyList<EditRefusal> refusals,
        CancellationToken cancellationToken)
    {
        var set = maps.Show(connection, next.RecordType, next, fields);
        var others = await maps.ReadSavedAsync(connection, cancellationToken).ConfigureAwait(false);
        var mistakes = SettingsCheck.Find(
            connection.Name, connection.Kind, connection.Settings, [set, .. others.Where(other => other.RecordType != set.RecordType)]);
        if (mistakes.Count + refusals.Count > 0)
        {
            return MappingSaveResult.Refused(mistakes, refusals);
        }

        return await store.SaveMappingAsync(next, cancellationToken).ConfigureAwait(false)
            ? MappingSaveResult.Of(set)
            : await LateAsync(connection, before, cancellationToken).ConfigureAwait(false);
    }

    private async Task<MappingSaveResult> LateAsync(Connection connection, MappingSet before, CancellationToken cancellationToken)
    {
        var standing = await maps.FindSavedAsync(connection, before.RecordType, cancellationToken).ConfigureAwait(false);
        var now = maps.Show(connection, before.RecordType, standing, before.CrmFields);
        var history = await store.ReadMappingHistoryAsync(
            connection.Name, now.RecordType, Math.Max(1, now.Version - before.Version), cancellationToken).ConfigureAwait(false);
        return MappingSaveResult.Late(
            StaleDraft.Of(
                before.Version, now.Version,
                history.Select(static saved => new SaveRecord(saved.Version, saved.SavedAt, saved.SavedBy, saved.Comment))),
            MappingDiff.Between(before, now));
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
    private async Task<SavedMapping?> VersionAsync(
        Connection connection, RecordType recordType, int version, CancellationToken cancellationToken)
    {
        var saved = await store.FindMappingVersionAsync(connection.Name, recordType, version, cancellationToken).ConfigureAwait(false);
        return saved is not null || version == 0
            ? saved
            : throw new ArgumentOutOfRangeException(
                nameof(version), version,
                $"'{connection.Name}' has no such version of its mapping. The history lists those that there are; 0 is the map as code ships it.");
    }

    // An account that is disconnected cannot be asked: its map is shown as far as code describes it.
    private async Task<IReadOnlyList<FieldDescriptor>> FieldsAsync(
        Connection connection, RecordType recordType, CancellationToken cancellationToken) =>
        connection.State == ConnectionState.Disconnected
            ? []
            : await opener.DescribeAsync(connection, recordType, cancellationToken).ConfigureAwait(false);

    private static RecordType TypeOf(Connection connection, RecordType? asked) => asked ?? ConnectionMaps.TypesOf(connection)[0];

    private async Task<Connection> FindAsync(string name, CancellationToken cancellationToken) =>
        await directory.FindAsync(name, cancellationToken).ConfigureAwait(false)
        ?? throw new ArgumentException($"There is no connection '{name}'. Create it first.", nameof(name));
}
