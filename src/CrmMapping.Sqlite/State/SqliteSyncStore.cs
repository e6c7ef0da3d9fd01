using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Keeps the state of syncing in a SQLite file. Each method is one transaction.</summary>
internal sealed class SqliteSyncStore(SqliteDatabase database) : ISyncStore
{
    private const int TrimmedAtOnce = 10_000;

    public Task<SyncLease?> AcquireLeaseAsync(
        string connection, string holder, Instant until, Instant now, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(holder);
        return database.WriteAsync(
            session => LeaseTable.Acquire(session, connection, holder, until, now), cancellationToken);
    }

    public Task<bool> RenewLeaseAsync(SyncLease lease, Instant until, CancellationToken cancellationToken) =>
        database.WriteAsync(session => LeaseTable.Renew(session, lease, until), cancellationToken);

    public Task ReleaseLeaseAsync(SyncLease lease, CancellationToken cancellationToken) =>
        database.WriteAsync(session => LeaseTable.Release(session, lease), cancellationToken);

    public Task AddNoticesAsync(IReadOnlyCollection<Notice> notices, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notices);
        return notices.Count == 0
            ? Task.CompletedTask
            : database.WriteAsync(session => NoticeTable.Add(session, notices, now), cancellationToken);
    }

    public Task<IReadOnlyList<PendingNotice>> ReadNoticesAsync(
        string connection, Instant now, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return database.ReadAsync(session => NoticeTable.Read(session, connection, now, size), cancellationToken);
    }

    public Task<IReadOnlyList<PendingNotice>> ReadStagedAsync(string connection, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return database.ReadAsync(session => NoticeTable.ReadStaged(session, connection, size), cancellationToken);
    }

    public Task<long> CountStagedAsync(string connection, CancellationToken cancellationToken) =>
        database.ReadAsync(session => NoticeTable.CountStaged(session, connection), cancellationToken);

    public Task<IReadOnlyList<string>> ReadConnectionsWithWorkAsync(Instant now, CancellationToken cancellationToken) =>
        database.ReadAsync(session => NoticeTable.ReadConnectionsWithWork(session, now), cancellationToken);

    public Task<IReadOnlyList<ContactLink>> ReadLinksAsync(
        string connection, SyncSide side, RecordType recordType, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return ids.Count == 0
            ? Task.FromResult<IReadOnlyList<ContactLink>>([])
            : database.ReadAsync(session => LinkTable.Read(session, connection, side, recordType, ids), cancellationToken);
    }

    public Task<IReadOnlyList<ContactLink>> ReadLinkPageAsync(
        string connection, string? afterLocalId, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return database.ReadAsync(session => LinkTable.ReadPage(session, connection, afterLocalId, size), cancellationToken);
    }

    public Task<long> CountLinksAsync(string connection, CancellationToken cancellationToken) =>
        database.ReadAsync(session => LinkTable.Count(session, connection), cancellationToken);

    public Task<string?> FindLayoutAsync(string layoutId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => LayoutTable.Find(session, layoutId), cancellationToken);

    public Task<string?> FindPositionAsync(string connection, string name, CancellationToken cancellationToken) =>
        database.ReadAsync(session => PositionTable.Find(session, connection, name), cancellationToken);

    public Task<IReadOnlyList<WriteIntent>> ReadIntentsAsync(
        string connection, IReadOnlyCollection<string>? contacts, CancellationToken cancellationToken) => database.ReadAsync(
        session => contacts is null ? IntentTable.ReadCreates(session, connection) : IntentTable.Read(session, connection, contacts),
        cancellationToken);

    public Task<IReadOnlyList<OwnerPair>> ReadOwnerPairsAsync(string connection, CancellationToken cancellationToken) =>
        database.ReadAsync(session => OwnerPairTable.Read(session, connection), cancellationToken);

    public Task CommitAsync(SyncCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return commit.Run is null || commit.Run.Connection == commit.Lease.Connection
            ? database.WriteAsync(session => CommitWriter.Write(session, commit), cancellationToken)
            : throw new ArgumentException(
                $"The run is of '{commit.Run.Connection}', the lease of '{commit.Lease.Connection}'. Commit each with its own.",
                nameof(commit));
    }

    public Task<IReadOnlyList<SyncIssue>> ReadIssuesAsync(
        string connection, IssueQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Size);
        return database.ReadAsync(session => IssueTable.Read(session, connection, query), cancellationToken);
    }

    public Task<IReadOnlyList<SyncIssue>> ReadIssuesAboutAsync(
        string connection, IReadOnlyCollection<string> contacts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return contacts.Count == 0
            ? Task.FromResult<IReadOnlyList<SyncIssue>>([])
            : database.ReadAsync(session => IssueTable.ReadAbout(session, connection, contacts), cancellationToken);
    }

    public Task<IReadOnlyList<JournalEntry>> ReadJournalAsync(
        string connection, string localId, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return database.ReadAsync(session => JournalTable.Read(session, connection, localId, size), cancellationToken);
    }

    public Task<IReadOnlyList<OperationRecord>> ReadRunsAsync(string connection, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return database.ReadAsync(session => RunTable.Read(session, connection, size), cancellationToken);
    }

    public Task<IReadOnlyList<OperationRecord>> ReadOpenRunsAsync(string connection, CancellationToken cancellationToken) =>
        database.ReadAsync(session => RunTable.ReadOpen(session, connection), cancellationToken);

    public Task<OperationRecord?> FindRunAsync(string connection, string runId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => RunTable.Find(session, connection, runId), cancellationToken);

    public Task<OperationRecord> AddRunAsync(OperationRecord run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return database.WriteAsync(session => RunTable.Add(session, run), cancellationToken);
    }

    public Task RequestCancelAsync(string connection, string runId, CancellationToken cancellationToken) =>
        database.WriteAsync(session => RunTable.RequestCancel(session, connection, runId), cancellationToken);

    public Task RequestPauseAsync(string connection, string runId, CancellationToken cancellationToken) =>
        database.WriteAsync(session => RunTable.RequestPause(session, connection, runId), cancellationToken);

    public Task ResumeRunAsync(string connection, string runId, CancellationToken cancellationToken) =>
        database.WriteAsync(session => RunTable.Resume(session, connection, runId), cancellationToken);

    public Task<IReadOnlyList<OperationRecord>> ReadLastRunsAsync(string connection, CancellationToken cancellationToken) =>
        database.ReadAsync(session => RunTable.ReadLast(session, connection), cancellationToken);

    public Task<IReadOnlyList<OperationLine>> ReadLinesAsync(
        string connection, string runId, long after, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return database.ReadAsync(session => LineTable.Read(session, connection, runId, after, size), cancellationToken);
    }

    public Task<IReadOnlyList<OperationLine>> ReadLinesAboutAsync(
        string connection, string runId, IReadOnlyCollection<string> contacts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return contacts.Count == 0
            ? Task.FromResult<IReadOnlyList<OperationLine>>([])
            : database.ReadAsync(session => LineTable.ReadAbout(session, connection, runId, contacts), cancellationToken);
    }

    public async Task EraseAsync(string connection, string localId, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            session => session.Shred(() =>
            {
                IssueTable.Erase(session, connection, localId);
                LineTable.Erase(session, connection, localId);
                JournalTable.Erase(session, connection, localId);
                IntentTable.Erase(session, connection, localId);
                ActivityTable.Erase(session, connection, localId);
                ContactActivityTable.Erase(session, connection, localId);
                LinkTable.Erase(session, connection, localId);
            }),
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<int> TrimJournalAsync(Instant before, CancellationToken cancellationToken)
    {
        await database.WriteAsync(session => IntentTable.Trim(session, before), cancellationToken).ConfigureAwait(false);

        // In pieces, so that who wants to write meanwhile gets a turn.
        for (var total = 0; ;)
        {
            var trimmed = await database.WriteAsync(
                session => JournalTable.Trim(session, before, TrimmedAtOnce) + LineTable.Trim(session, before, TrimmedAtOnce)
                    + ActivityTable.Trim(session, before, TrimmedAtOnce),
                cancellationToken).ConfigureAwait(false);
            total += trimmed;
            if (trimmed < TrimmedAtOnce)
            {
                return total;
            }
        }
    }
}
