using System.Runtime.CompilerServices;
using NodaTime;

namespace CrmMapping;

/// <summary>Asks for the operations of one connection and shows what is known of it.</summary>
internal sealed class CrmSync(
    Connection connection, ScopeOpener opener, ISyncStore store, IChangeQueue queue, SyncEngine engine, RunBoard board,
    ICrmNotices notices, ConnectionEditor editor, MappingEditor mappings, IUserDirectory? users, IClock clock, TimeProvider time) : ICrmSync
{
    private const int PreviewsLookedAt = 50;

    private volatile Connection _connection = connection;

    public Connection Connection => _connection;

    public Task<OperationRun> PushAsync(CancellationToken cancellationToken = default) =>
        StartAsync(OperationKind.Push, null, cancellationToken);

    public Task<OperationRun> PullAsync(CancellationToken cancellationToken = default) =>
        StartAsync(OperationKind.Pull, null, cancellationToken);

    public Task<OperationRun> SyncChangesAsync(CancellationToken cancellationToken = default) =>
        StartAsync(OperationKind.SyncChanges, null, cancellationToken);

    public Task<OperationRun> SyncContactAsync(string localId, CancellationToken cancellationToken = default) =>
        StartAboutAsync(OperationKind.SyncContact, localId, nameof(localId), cancellationToken);

    public Task<OperationRun> SyncUsersAsync(CancellationToken cancellationToken = default) =>
        StartAsync(OperationKind.SyncUsers, null, cancellationToken);

    public Task<OperationRun> PullLeadStatusesAsync(CancellationToken cancellationToken = default) =>
        StartAsync(OperationKind.PullLeadStatuses, null, cancellationToken);

    public Task<OperationRun> ReevaluateCallsAsync(CancellationToken cancellationToken = default) =>
        StartAsync(OperationKind.ReevaluateCalls, null, cancellationToken);

    public Task<OperationRun> ImportListAsync(string listId, CancellationToken cancellationToken = default) =>
        StartAboutAsync(OperationKind.ImportList, listId, nameof(listId), cancellationToken);

    public Task<OperationRun> ResolveAudienceAsync(string listId, CancellationToken cancellationToken = default) =>
        StartAboutAsync(OperationKind.ResolveAudience, listId, nameof(listId), cancellationToken);

    public Task<OperationRun> BackfillAsync(string localField, CancellationToken cancellationToken = default) =>
        StartAboutAsync(OperationKind.Backfill, localField, nameof(localField), cancellationToken);

    public Task<OperationRun> SetUpFieldsAsync(CancellationToken cancellationToken = default) =>
        StartAsync(OperationKind.SetUpFields, null, cancellationToken);

    public Task<OperationRun> VerifyAsync(CancellationToken cancellationToken = default) =>
        StartAsync(OperationKind.Verify, null, cancellationToken);

    public Task<OperationRun> StartPreviewAsync(
        OperationKind operation, string? subject = null, CancellationToken cancellationToken = default)
    {
        PreviewArguments.Check(operation, subject);
        return StartAsync(NewRun(operation, subject) with { IsPreview = true }, cancellationToken);
    }

    public Task<OperationRun> ApplyPreviewAsync(string previewId, CancellationToken cancellationToken = default) =>
        StartAboutAsync(OperationKind.ApplyPreview, previewId, nameof(previewId), cancellationToken);

    public async Task<OperationRun?> FindRunAsync(string runId, CancellationToken cancellationToken = default) =>
        await store.FindRunAsync(Connection.Name, runId, cancellationToken).ConfigureAwait(false) is { } run
            ? new OperationRun(run, store, board, engine, time)
            : null;

    public Task<IReadOnlyList<OperationRecord>> ReadLastRunsAsync(CancellationToken cancellationToken = default) =>
        store.ReadLastRunsAsync(Connection.Name, cancellationToken);

    public IAsyncEnumerable<ContactPreview> PreviewAsync(OperationKind operation, CancellationToken cancellationToken = default)
    {
        PreviewArguments.CheckOfMany(operation);
        return PreviewAsync(NewRun(operation, null), cancellationToken);
    }

    public async Task<IReadOnlyList<FieldDecision>> ExplainAsync(string localId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(localId);
        var scope = await OpenToLookAsync(cancellationToken).ConfigureAwait(false);
        return await new PlanViewer(scope).ExplainAsync(localId, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ContactPreview?> PreviewContactAsync(string localId, CancellationToken cancellationToken = default)
    {
        await foreach (var preview in PreviewAsync(NewRun(OperationKind.SyncContact, localId), cancellationToken).ConfigureAwait(false))
        {
            return preview;
        }

        return null;
    }

    public async Task<IReadOnlyList<CrmList>> ReadListsAsync(CancellationToken cancellationToken = default)
    {
        var scope = await OpenToLookAsync(cancellationToken).ConfigureAwait(false);
        return scope.Session is IReadsLists lists ? await lists.ReadListsAsync(cancellationToken).ConfigureAwait(false) : [];
    }

    public async Task<IReadOnlyList<CrmChoice>> DispositionStatusesAsync(CancellationToken cancellationToken = default)
    {
        var scope = await OpenToLookAsync(cancellationToken).ConfigureAwait(false);
        var mapping = scope.InReadingOrder.Select(static kind => kind.Map.FindSpecial(SpecialField.DispositionStatus)).FirstOrDefault(static m => m is not null);
        return mapping is null ? [] : Choices.Of(mapping.Crm.Options);
    }

    public async Task<IReadOnlyList<CrmChoice>> CallDispositionsAsync(CancellationToken cancellationToken = default)
    {
        var scope = await OpenToLookAsync(cancellationToken).ConfigureAwait(false);
        return scope.Session is IReadsCallDispositions crm
            ? Choices.Of(await crm.ReadCallDispositionsAsync(cancellationToken).ConfigureAwait(false))
            : [];
    }

    public async Task<IReadOnlyList<CrmChoice>> AssignableOwnersAsync(CancellationToken cancellationToken = default)
    {
        var pairs = await store.ReadOwnerPairsAsync(Connection.Name, cancellationToken).ConfigureAwait(false);
        var known = users is null ? [] : await users.ReadUsersAsync(Connection.Tenant, cancellationToken).ConfigureAwait(false);
        var paired = pairs.Select(static pair => pair.UserId).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. known.Where(user => user.Kind == LocalUserKind.Active && paired.Contains(user.Id))
                .Select(static user => new CrmChoice(user.Id, user.Name, IsCrmOwned: false)),
        ];
    }

    public Task NoticeLocalChangeAsync(string localId, CancellationToken cancellationToken = default) =>
        NoticeAsync(localId, NoticeKind.Changed, cancellationToken);

    public Task NoticeLocalDeleteAsync(string localId, CancellationToken cancellationToken = default) =>
        NoticeAsync(localId, NoticeKind.Deleted, cancellationToken);

    public Task<IReadOnlyList<SyncIssue>> FindIssuesAsync(IssueQuery? query = null, CancellationToken cancellationToken = default) =>
        store.ReadIssuesAsync(Connection.Name, query ?? new IssueQuery(), cancellationToken);

    public Task<IReadOnlyList<JournalEntry>> ReadJournalAsync(
        string localId, int size = 100, CancellationToken cancellationToken = default) =>
        store.ReadJournalAsync(Connection.Name, localId, size, cancellationToken);

    public Task<IReadOnlyList<OperationRecord>> ReadRunsAsync(int size = 20, CancellationToken cancellationToken = default) =>
        store.ReadRunsAsync(Connection.Name, size, cancellationToken);

    public Task<MappingSet> GetMappingAsync(RecordType? recordType = null, CancellationToken cancellationToken = default) =>
        mappings.GetAsync(Connection.Name, recordType, cancellationToken);

    public Task<MappingSaveResult> SaveMappingAsync(
        MappingDraft draft, string by, string? comment = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return draft.Connection == Connection.Name
            ? mappings.SaveAsync(Connection.Name, draft, by, comment, cancellationToken)
            : throw new ArgumentException(
                $"The draft is of {(draft.Connection is { } other ? $"'{other}'" : "no connection's map")}, and this is '{Connection.Name}'. "
                + "Take a map from one to another by MappingJson.", nameof(draft));
    }

    public Task<IReadOnlyList<SavedMapping>> ReadMappingHistoryAsync(
        int size = 20, RecordType? recordType = null, CancellationToken cancellationToken = default) =>
        mappings.ReadHistoryAsync(Connection.Name, recordType, size, cancellationToken);

    public Task<MappingSet> GetMappingVersionAsync(
        int version, RecordType? recordType = null, CancellationToken cancellationToken = default) =>
        mappings.GetVersionAsync(Connection.Name, recordType, version, cancellationToken);

    public Task<MappingSaveResult> RestoreMappingAsync(
        int version, string by, RecordType? recordType = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return mappings.RestoreAsync(Connection.Name, recordType, version, by, cancellationToken);
    }

    public Task<SettingsSaveResult> SaveSettingsAsync(Connection draft, string by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        SettingsCheck.EnsureWhole(draft);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return draft.Name == Connection.Name
            ? TakeAsync(editor.SaveSettingsAsync(draft, by, cancellationToken))
            : throw new ArgumentException($"The draft is of '{draft.Name}', and this is '{Connection.Name}'. Save each with its own.", nameof(draft));
    }

    public Task<SettingsSaveResult> PauseAsync(string by, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return TakeAsync(editor.PauseAsync(Connection.Name, by, cancellationToken));
    }

    public Task<SettingsSaveResult> ResumeAsync(string by, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return TakeAsync(editor.ResumeAsync(Connection.Name, by, cancellationToken));
    }

    public Task<SettingsSaveResult> DisconnectAsync(string by, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return TakeAsync(editor.DisconnectAsync(Connection.Name, by, cancellationToken));
    }

    public Task<SettingsSaveResult> ReconnectAsync(CrmCredentials credentials, string by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return TakeAsync(editor.ReconnectAsync(Connection.Name, credentials, by, cancellationToken));
    }

    public Task<IReadOnlyList<SavedConnection>> ReadHistoryAsync(int size = 20, CancellationToken cancellationToken = default) =>
        editor.ReadHistoryAsync(Connection.Name, size, cancellationToken);

    private async Task<SettingsSaveResult> TakeAsync(Task<SettingsSaveResult> saving)
    {
        var result = await saving.ConfigureAwait(false);
        _connection = result.Saved ?? _connection;
        return result;
    }

    private async IAsyncEnumerable<ContactPreview> PreviewAsync(
        OperationRecord run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scope = await OpenToLookAsync(cancellationToken).ConfigureAwait(false);
        var source = new OperationSources(scope).Of(run, new PreviewPositions(scope, null));
        await foreach (var preview in new PlanViewer(scope).PreviewAsync(source, cancellationToken).ConfigureAwait(false))
        {
            yield return preview;
        }
    }

    private Task NoticeAsync(string localId, NoticeKind kind, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(localId);
        return notices.AcceptAsync(
            [new Notice { Connection = Connection.Name, Side = SyncSide.Local, Id = localId, Kind = kind }], cancellationToken);
    }

    // Looking takes no lease: it saves nothing, and a commit without one is refused.
    private async Task<ConnectionScope> OpenToLookAsync(CancellationToken cancellationToken) => await opener.OpenAsync(
        await editor.GetAsync(Connection.Name, cancellationToken).ConfigureAwait(false), null, cancellationToken).ConfigureAwait(false);

    private OperationRecord NewRun(OperationKind kind, string? subject) => new()
    {
        Id = Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset()).ToString("N"),
        Connection = Connection.Name,
        Kind = kind,
        State = OperationState.Waiting,
        RequestedAt = clock.GetCurrentInstant(),
        Subject = subject,
    };

    private Task<OperationRun> StartAboutAsync(OperationKind kind, string subject, string parameter, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject, parameter);
        return StartAsync(kind, subject, cancellationToken);
    }

    // What the last preview of the same said is remembered beside what the run comes to.
    private async Task<OperationRun> StartAsync(OperationKind kind, string? subject, CancellationToken cancellationToken)
    {
        var runs = await store.ReadRunsAsync(Connection.Name, PreviewsLookedAt, cancellationToken).ConfigureAwait(false);
        var preview = runs.FirstOrDefault(run => run is { IsPreview: true, State: OperationState.Completed } && run.Kind == kind && run.Subject == subject);
        return await StartAsync(NewRun(kind, subject) with { PredictedRequests = preview?.PredictedRequests }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OperationRun> StartAsync(OperationRecord asked, CancellationToken cancellationToken)
    {
        var run = await store.AddRunAsync(asked, cancellationToken).ConfigureAwait(false);
        await queue.SignalAsync(Connection.Name, cancellationToken).ConfigureAwait(false);
        engine.Wake(Connection.Name, isUrgent: true);
        return new OperationRun(run, store, board, engine, time);
    }
}
