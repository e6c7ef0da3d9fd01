using NodaTime;

namespace CrmMapping;

/// <summary>Keeps the state of syncing: links with their bases, notices, positions, intents, the journal, issues and runs.</summary>
/// <remarks>
/// Everything a batch decided goes in by one <see cref="CommitAsync"/>, whole or not at all. What a method returned from is durable.
/// Called from several threads and processes.
/// </remarks>
public interface ISyncStore
{
    /// <summary>Takes the sole right to work on a connection.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="holder">Who takes it, unique among processes and workers.</param>
    /// <param name="until">When it ends by itself.</param>
    /// <param name="now">The time now, by which an older lease has ended or not.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The lease with a fencing token higher than any before; null while somebody else holds it.</returns>
    Task<SyncLease?> AcquireLeaseAsync(
        string connection, string holder, Instant until, Instant now, CancellationToken cancellationToken);

    /// <summary>Prolongs a lease.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="until">When it ends by itself from now on.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when it is lost.</returns>
    Task<bool> RenewLeaseAsync(SyncLease lease, Instant until, CancellationToken cancellationToken);

    /// <summary>Gives a lease back; one that is lost is left alone.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is given back.</returns>
    Task ReleaseLeaseAsync(SyncLease lease, CancellationToken cancellationToken);

    /// <summary>Adds notices. Those of one contact and side collapse: gravest kind, most urgent priority, latest time a field.</summary>
    /// <param name="notices">The notices.</param>
    /// <param name="now">The time now.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when they are durable.</returns>
    Task AddNoticesAsync(IReadOnlyCollection<Notice> notices, Instant now, CancellationToken cancellationToken);

    /// <summary>Reads notices that are due, the most urgent and then the oldest first, without taking them away.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="now">The time now.</param>
    /// <param name="size">The most contacts wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The notices.</returns>
    Task<IReadOnlyList<PendingNotice>> ReadNoticesAsync(
        string connection, Instant now, int size, CancellationToken cancellationToken);

    /// <summary>Reads notices of deletes that wait to be counted, due or not, the oldest first, without taking them away.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="size">The most contacts wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The notices of priority <see cref="NoticePriority.Staged"/>.</returns>
    Task<IReadOnlyList<PendingNotice>> ReadStagedAsync(string connection, int size, CancellationToken cancellationToken);

    /// <summary>Counts the notices of deletes that wait to be counted.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many contacts they are of.</returns>
    Task<long> CountStagedAsync(string connection, CancellationToken cancellationToken);

    /// <summary>Lists the connections that have notices due or runs that have not ended, so that a lost wake-up or worker is made good.</summary>
    /// <param name="now">The time now.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Their names.</returns>
    Task<IReadOnlyList<string>> ReadConnectionsWithWorkAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>Reads the links of contacts, tombstones included.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="side">The side that the ids are of.</param>
    /// <param name="recordType">The kind of CRM record; for local ids, links of every kind come.</param>
    /// <param name="ids">The ids, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The links, in any order.</returns>
    Task<IReadOnlyList<ContactLink>> ReadLinksAsync(
        string connection, SyncSide side, RecordType recordType, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Reads one page of all links, tombstones apart, by local id.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="afterLocalId">The local id after which to go on; null at the start.</param>
    /// <param name="size">The most links wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The links by local id, one a contact; empty when there are no more.</returns>
    Task<IReadOnlyList<ContactLink>> ReadLinkPageAsync(
        string connection, string? afterLocalId, int size, CancellationToken cancellationToken);

    /// <summary>Counts the links, tombstones apart.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many there are.</returns>
    Task<long> CountLinksAsync(string connection, CancellationToken cancellationToken);

    /// <summary>Finds the text of a layout, which says what the ordinals of older bases mean.</summary>
    /// <param name="layoutId">The layout's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The text, or null.</returns>
    Task<string?> FindLayoutAsync(string layoutId, CancellationToken cancellationToken);

    /// <summary>Finds a position or another small piece of state of a connection.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="name">The position's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The position, or null.</returns>
    Task<string?> FindPositionAsync(string connection, string name, CancellationToken cancellationToken);

    /// <summary>Reads what was about to be written for contacts and of which nothing is known yet.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="contacts">The contacts, named as the intents name them, each once; null asks for all that create in the CRM.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The intents, oldest first.</returns>
    Task<IReadOnlyList<WriteIntent>> ReadIntentsAsync(
        string connection, IReadOnlyCollection<string>? contacts, CancellationToken cancellationToken);

    /// <summary>Reads the pairs of users and owners.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The pairs.</returns>
    Task<IReadOnlyList<OwnerPair>> ReadOwnerPairsAsync(string connection, CancellationToken cancellationToken);

    /// <summary>Saves everything a batch decided, whole or not at all.</summary>
    /// <param name="commit">What is to be saved.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is durable.</returns>
    /// <exception cref="LeaseLostException">The commit's lease is held no more; nothing was saved.</exception>
    Task CommitAsync(SyncCommit commit, CancellationToken cancellationToken);

    /// <summary>Reads open issues.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The issues, newest first.</returns>
    Task<IReadOnlyList<SyncIssue>> ReadIssuesAsync(string connection, IssueQuery query, CancellationToken cancellationToken);

    /// <summary>Reads open issues of contacts, and those of others that are also about them.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="contacts">The contacts, each by its local id or by <c>crm:</c> and its CRM id, each name once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The issues whose contact, or one of whose <see cref="SyncIssue.Others"/>, is among them, each once.</returns>
    Task<IReadOnlyList<SyncIssue>> ReadIssuesAboutAsync(
        string connection, IReadOnlyCollection<string> contacts, CancellationToken cancellationToken);

    /// <summary>Reads what was decided for a contact.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="localId">The local id.</param>
    /// <param name="size">The most entries wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entries, newest first.</returns>
    Task<IReadOnlyList<JournalEntry>> ReadJournalAsync(
        string connection, string localId, int size, CancellationToken cancellationToken);

    /// <summary>Reads runs.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="size">The most runs wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The runs, newest first.</returns>
    Task<IReadOnlyList<OperationRecord>> ReadRunsAsync(string connection, int size, CancellationToken cancellationToken);

    /// <summary>Reads the runs that have not ended, however old they are.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The runs, oldest first.</returns>
    Task<IReadOnlyList<OperationRecord>> ReadOpenRunsAsync(string connection, CancellationToken cancellationToken);

    /// <summary>Finds a run.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The run, or null.</returns>
    Task<OperationRecord?> FindRunAsync(string connection, string runId, CancellationToken cancellationToken);

    /// <summary>Reads the last run of each operation that has ended, previews apart.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The runs, at most one of a kind, in any order.</returns>
    Task<IReadOnlyList<OperationRecord>> ReadLastRunsAsync(string connection, CancellationToken cancellationToken);

    /// <summary>Adds a run that waits to be worked.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The run; or the one of the same kind and subject, a preview or not as this one is, that the connection has already and that has not ended.
    /// </returns>
    Task<OperationRecord> AddRunAsync(OperationRecord run, CancellationToken cancellationToken);

    /// <summary>Asks a run to stop for good at its next step; one that has ended is left alone.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is asked.</returns>
    Task RequestCancelAsync(string connection, string runId, CancellationToken cancellationToken);

    /// <summary>Asks a run to rest at its next step; one that has ended is left alone.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is asked.</returns>
    Task RequestPauseAsync(string connection, string runId, CancellationToken cancellationToken);

    /// <summary>Takes a pause back: a run that rests waits for a worker again, one that was asked to rest goes on.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is durable.</returns>
    Task ResumeRunAsync(string connection, string runId, CancellationToken cancellationToken);

    /// <summary>Reads lines of a run's report, in order.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="runId">The run.</param>
    /// <param name="after">The number of the line after which to go on; 0 at the start.</param>
    /// <param name="size">The most lines wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The lines; empty when there are no more.</returns>
    Task<IReadOnlyList<OperationLine>> ReadLinesAsync(
        string connection, string runId, long after, int size, CancellationToken cancellationToken);

    /// <summary>Reads the lines of a run's report that are about contacts.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="runId">The run.</param>
    /// <param name="contacts">The contacts, each by its local id or by <c>crm:</c> and its CRM id, each name once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The lines whose local id or CRM id is among them, each once, in order.</returns>
    Task<IReadOnlyList<OperationLine>> ReadLinesAboutAsync(
        string connection, string runId, IReadOnlyCollection<string> contacts, CancellationToken cancellationToken);

    /// <summary>
    /// Erases the values stored of a contact: base, journal, issues, intents, lines of reports, and its calls and messages with what they add up to, which
    /// begins anew with the next ones. The link ends, a tombstone without values stays; that a call or message was logged or counted is remembered, and
    /// what is told of it later is kept without its values.
    /// </summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="localId">The local id, or <c>crm:</c> and the CRM id of a record without a contact.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when they are erased.</returns>
    Task EraseAsync(string connection, string localId, CancellationToken cancellationToken);

    /// <summary>Drops journal entries, and lines of the reports of runs that ended, older than an instant, and intents that nobody asked for since.</summary>
    /// <param name="before">The instant, excluded.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many entries were dropped.</returns>
    Task<int> TrimJournalAsync(Instant before, CancellationToken cancellationToken);
}
