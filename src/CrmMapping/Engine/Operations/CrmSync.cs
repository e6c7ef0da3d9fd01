using System.Runtime.CompilerServices;
using NodaTime;

namespace CrmMapping;

/// <summary>Asks for the operations of one connection and shows what is known of it.</summary>
internal sealed class CrmSync(
    Connection connection, ScopeOpener opener, ISyncStore store, IChangeQueue queue, SyncEngine engine, RunBoard board,
    ICrmNotices notices, MapCatalog maps, IClock clock, TimeProvider time) : ICrmSync
{
    public Connection Connection => connection;

    public Task<OperationRun> PushAsync(CancellationToken cancellationToken = default) =>
        StartAsync(OperationKind.Push, null, cancellationToken);

    public Task<OperationRun> PullAsync(CancellationToken cancellationToken = default) =>
        StartAsync(OperationKind.Pull, null, cancellationToken);

    public Task<OperationRun> SyncChangesAsync(CancellationToken cancellationToken = default) =>
        StartAsync(OperationKind.SyncChanges, null, cancellationToken);

    public Task<OperationRun> SyncContactAsync(string localId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(localId);
        return StartAsync(OperationKind.SyncContact, localId, cancellationToken);
    }

    public Task<OperationRun> SyncUsersAsync(CancellationToken cancellationToken = default) =>
        StartAsync(OperationKind.SyncUsers, null, cancellationToken);

    public async IAsyncEnumerable<ContactPreview> PreviewAsync(
        OperationKind operation, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var scope = await OpenToLookAsync(cancellationToken).ConfigureAwait(false);
        var worker = new RunWorker(scope, null);
        var source = worker.Source(NewRun(operation, null), looksOnly: true);
        await foreach (var preview in worker.PreviewAsync(source, cancellationToken).ConfigureAwait(false))
        {
            yield return preview;
        }
    }

    public async Task<IReadOnlyList<FieldDecision>> ExplainAsync(string localId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(localId);
        var scope = await OpenToLookAsync(cancellationToken).ConfigureAwait(false);
        return await new RunWorker(scope, null).ExplainAsync(localId, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ContactPreview?> PreviewContactAsync(string localId, CancellationToken cancellationToken = default)
    {
        var scope = await OpenToLookAsync(cancellationToken).ConfigureAwait(false);
        var worker = new RunWorker(scope, null);
        await foreach (var preview in worker.PreviewAsync(new ContactSource(scope, localId), cancellationToken).ConfigureAwait(false))
        {
            return preview;
        }

        return null;
    }

    public Task NoticeLocalChangeAsync(string localId, CancellationToken cancellationToken = default) =>
        NoticeAsync(localId, NoticeKind.Changed, cancellationToken);

    public Task NoticeLocalDeleteAsync(string localId, CancellationToken cancellationToken = default) =>
        NoticeAsync(localId, NoticeKind.Deleted, cancellationToken);

    public Task<IReadOnlyList<SyncIssue>> FindIssuesAsync(IssueQuery? query = null, CancellationToken cancellationToken = default) =>
        store.ReadIssuesAsync(connection.Name, query ?? new IssueQuery(), cancellationToken);

    public Task<IReadOnlyList<JournalEntry>> ReadJournalAsync(
        string localId, int size = 100, CancellationToken cancellationToken = default) =>
        store.ReadJournalAsync(connection.Name, localId, size, cancellationToken);

    public Task<IReadOnlyList<OperationRecord>> ReadRunsAsync(int size = 20, CancellationToken cancellationToken = default) =>
        store.ReadRunsAsync(connection.Name, size, cancellationToken);

    public Task<MappingSet> GetMappingAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(maps.Find(connection.Kind, RecordType.Contact)!.Set);

    private Task NoticeAsync(string localId, NoticeKind kind, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(localId);
        return notices.AcceptAsync(
            [new Notice { Connection = connection.Name, Side = SyncSide.Local, Id = localId, Kind = kind }], cancellationToken);
    }

    // Looking takes no lease: it saves nothing, and a commit without one is refused.
    private Task<ConnectionScope> OpenToLookAsync(CancellationToken cancellationToken) =>
        opener.OpenAsync(connection, null, cancellationToken);

    private OperationRecord NewRun(OperationKind kind, string? subject) => new()
    {
        Id = Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset()).ToString("N"),
        Connection = connection.Name,
        Kind = kind,
        State = OperationState.Waiting,
        RequestedAt = clock.GetCurrentInstant(),
        Subject = subject,
    };

    private async Task<OperationRun> StartAsync(OperationKind kind, string? subject, CancellationToken cancellationToken)
    {
        var run = await store.AddRunAsync(NewRun(kind, subject), cancellationToken).ConfigureAwait(false);
        await queue.SignalAsync(connection.Name, cancellationToken).ConfigureAwait(false);
        engine.Wake(connection.Name, isUrgent: true);
        return new OperationRun(run, store, board, engine, time);
    }
}
