namespace CrmMapping;

/// <summary>Syncs the contacts of one connection.</summary>
/// <remarks>
/// An operation runs in the background, on this machine or another one, and survives a crash. Asking for one that is under way already
/// gives that one. Safe to use from several threads.
/// </remarks>
public interface ICrmSync
{
    /// <summary>Gets the connection.</summary>
    Connection Connection { get; }

    /// <summary>Starts to send all local contacts to the CRM.</summary>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>The run.</returns>
    Task<OperationRun> PushAsync(CancellationToken cancellationToken = default);

    /// <summary>Starts to bring all CRM records to the local side.</summary>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>The run.</returns>
    Task<OperationRun> PullAsync(CancellationToken cancellationToken = default);

    /// <summary>Starts to sync what changed on either side since the last time, without waiting for a poll.</summary>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>The run.</returns>
    Task<OperationRun> SyncChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>Starts to sync one contact now, before everything else.</summary>
    /// <param name="localId">The local contact's id.</param>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>The run.</returns>
    Task<OperationRun> SyncContactAsync(string localId, CancellationToken cancellationToken = default);

    /// <summary>Starts to pair the host's users with the CRM's owners by e-mail.</summary>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>The run; its message is the report.</returns>
    Task<OperationRun> SyncUsersAsync(CancellationToken cancellationToken = default);

    /// <summary>Plans what an operation would write, and writes nothing.</summary>
    /// <param name="operation">A push, a pull or the syncing of changes.</param>
    /// <param name="cancellationToken">Cancels the planning.</param>
    /// <returns>The contacts for which there is something to say, as they are planned.</returns>
    IAsyncEnumerable<ContactPreview> PreviewAsync(OperationKind operation, CancellationToken cancellationToken = default);

    /// <summary>Plans what syncing one contact would write, and writes nothing.</summary>
    /// <param name="localId">The local contact's id.</param>
    /// <param name="cancellationToken">Cancels the planning.</param>
    /// <returns>The plan; null when there is no such contact, or nothing to say.</returns>
    Task<ContactPreview?> PreviewContactAsync(string localId, CancellationToken cancellationToken = default);

    /// <summary>Explains every field of one contact as it stands now: the rule, both values, both bases, the times, the winner.</summary>
    /// <param name="localId">The local contact's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A decision for each mapping, in the map's order; nothing is written. Empty when the contact has no counterpart to tell.</returns>
    Task<IReadOnlyList<FieldDecision>> ExplainAsync(string localId, CancellationToken cancellationToken = default);

    /// <summary>Says that a local contact changed; it is synced soon. For hosts without a change feed.</summary>
    /// <param name="localId">The local contact's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the change is durable.</returns>
    Task NoticeLocalChangeAsync(string localId, CancellationToken cancellationToken = default);

    /// <summary>Says that a local contact was deleted; its link ends soon. For hosts without a change feed.</summary>
    /// <param name="localId">The local contact's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the delete is durable.</returns>
    /// <remarks>A contact that is only missing among those that the host gives is not taken for deleted.</remarks>
    Task NoticeLocalDeleteAsync(string localId, CancellationToken cancellationToken = default);

    /// <summary>Finds open issues.</summary>
    /// <param name="query">Which ones; null for all, up to its size.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The issues, newest first.</returns>
    Task<IReadOnlyList<SyncIssue>> FindIssuesAsync(IssueQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Reads what was decided for a contact, and from what.</summary>
    /// <param name="localId">The local contact's id.</param>
    /// <param name="size">The most entries wanted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entries, newest first.</returns>
    Task<IReadOnlyList<JournalEntry>> ReadJournalAsync(string localId, int size = 100, CancellationToken cancellationToken = default);

    /// <summary>Reads the last runs.</summary>
    /// <param name="size">The most runs wanted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The runs, newest first.</returns>
    Task<IReadOnlyList<OperationRecord>> ReadRunsAsync(int size = 20, CancellationToken cancellationToken = default);

    /// <summary>Gets the mappings in force.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The mappings.</returns>
    Task<MappingSet> GetMappingAsync(CancellationToken cancellationToken = default);
}
