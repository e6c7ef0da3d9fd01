namespace CrmMapping;

/// <summary>Syncs the contacts of one connection.</summary>
/// <remarks>
/// An operation runs in the background, on this machine or another one, and survives a crash. Asking for one that is under way already
/// gives that one. Safe to use from several threads.
/// </remarks>
public interface ICrmSync
{
    /// <summary>Gets the connection as it stood when it was asked for, or when it was last saved through this object.</summary>
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

    /// <summary>Starts to make the CRM's lead statuses the local disposition statuses; the report lists them.</summary>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>The run.</returns>
    Task<OperationRun> PullLeadStatusesAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Starts to decide the outcomes of logged calls anew, as rules and tags are now. What somebody set by hand in the CRM is left alone. To see first
    /// what would change, preview <see cref="OperationKind.ReevaluateCalls"/> and apply that.
    /// </summary>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>The run; its report lists what changed, a line a call.</returns>
    Task<OperationRun> ReevaluateCallsAsync(CancellationToken cancellationToken = default);

    /// <summary>Starts to bring the members of a list of the CRM to the local side, by the same rules as a pull.</summary>
    /// <param name="listId">The list, of <see cref="ReadListsAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>The run.</returns>
    Task<OperationRun> ImportListAsync(string listId, CancellationToken cancellationToken = default);

    /// <summary>Starts to find out who the members of a list are, one contact a phone number; writes to neither side.</summary>
    /// <param name="listId">The list, of <see cref="ReadListsAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>The run; its report lists the members.</returns>
    Task<OperationRun> ResolveAudienceAsync(string listId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Starts to apply one field's mapping to all contacts that are linked already, as on a first link: a blank never overwrites, a one-way mapping's
    /// source wins, a conflict goes by the mapping's policy. What else changed on them meanwhile is synced with it.
    /// </summary>
    /// <param name="localField">The key of the local field.</param>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>The run.</returns>
    Task<OperationRun> BackfillAsync(string localField, CancellationToken cancellationToken = default);

    /// <summary>Starts to create the map's properties that the CRM's account lacks. Alters and deletes none; may be repeated.</summary>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>The run; its report lists what was created, what was there, and what a person must create by hand.</returns>
    Task<OperationRun> SetUpFieldsAsync(CancellationToken cancellationToken = default);

    /// <summary>Starts to check whether the connection can do what its mapping says: credentials, permissions, fields, owners.</summary>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>The run; its report lists every check and, where one failed, what to do.</returns>
    Task<OperationRun> VerifyAsync(CancellationToken cancellationToken = default);

    /// <summary>Starts to write down what an operation would do, for a person to review and then apply.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="subject">What it is about, for those that have a subject: a list, a local field, a contact; null for the others.</param>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>
    /// The run; its report lists the contacts of which there is something to say, its counts what would be written, its message whether the volume
    /// guard would stop the operation, and <see cref="OperationRecord.PredictedRequests"/> how many requests it would make.
    /// </returns>
    Task<OperationRun> StartPreviewAsync(
        OperationKind operation, string? subject = null, CancellationToken cancellationToken = default);

    /// <summary>Starts to carry out a preview exactly as it was shown.</summary>
    /// <param name="previewId">The preview's run, which must have ended.</param>
    /// <param name="cancellationToken">Cancels the asking, not the run.</param>
    /// <returns>
    /// The run. A contact that stands otherwise by now is left alone and listed in the report. When the mapping, a setting, an option or a pair of owners
    /// changed since, the run fails with the reason and nothing is written.
    /// </returns>
    Task<OperationRun> ApplyPreviewAsync(string previewId, CancellationToken cancellationToken = default);

    /// <summary>Finds a run by its id.</summary>
    /// <param name="runId">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The run; null when there is none.</returns>
    Task<OperationRun?> FindRunAsync(string runId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads when each operation was last run and how it ended. Previews do not count; a preview that was applied counts as
    /// <see cref="OperationKind.ApplyPreview"/>, whatever it showed.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The last run that has ended of each operation that was ever run, in any order.</returns>
    Task<IReadOnlyList<OperationRecord>> ReadLastRunsAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads what lists of contacts the CRM has.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The lists; none where the CRM offers none.</returns>
    Task<IReadOnlyList<CrmList>> ReadListsAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the disposition statuses that local users may choose from: the CRM's, at most five minutes old.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The statuses, in the CRM's order, each marked as the CRM's own; none when the map holds no disposition status.</returns>
    Task<IReadOnlyList<CrmChoice>> DispositionStatusesAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the outcomes of calls that local users may choose from: the CRM's, as they are now.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The outcomes, in the CRM's order, each marked as the CRM's own; none where the CRM offers none.</returns>
    Task<IReadOnlyList<CrmChoice>> CallDispositionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the users who may be chosen as a contact's owner: the active ones that are paired with an owner of the CRM.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The users, in the host's order.</returns>
    Task<IReadOnlyList<CrmChoice>> AssignableOwnersAsync(CancellationToken cancellationToken = default);

    /// <summary>Plans what an operation would write, and writes nothing; <see cref="StartPreviewAsync"/> keeps what it finds.</summary>
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

    /// <summary>Gets the mappings in force: the code's, with what admins saved, the CRM's fields as it describes them now, and the version.</summary>
    /// <param name="recordType">The kind of CRM record whose map is meant, synced yet or not; null for the one that goes first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The mappings; of a disconnected account, which cannot be asked, with the fields as far as code describes them.</returns>
    /// <exception cref="CrmException">There is no map of that kind, or the CRM could not be asked for its fields.</exception>
    Task<MappingSet> GetMappingAsync(RecordType? recordType = null, CancellationToken cancellationToken = default);

    /// <summary>Saves a draft of the mappings, of whatever kind of record it is, as their next version; it takes effect with the next batch, in every process.</summary>
    /// <remarks>
    /// A mapping that is new, re-pointed or opened in a direction starts from where both sides stand: what differs becomes the base and
    /// nothing is written, but what is known to have changed later is.
    /// </remarks>
    /// <param name="draft">The draft, made from the mappings of this connection.</param>
    /// <param name="by">Who saves, as the host calls its people.</param>
    /// <param name="comment">What the history shows beside it; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The mappings as they are saved; or both versions where somebody else saved first; or what the account does not take.</returns>
    /// <exception cref="ArgumentException">The draft is of another connection.</exception>
    /// <exception cref="CrmException">The CRM could not be asked for its fields; nothing was saved.</exception>
    Task<MappingSaveResult> SaveMappingAsync(
        MappingDraft draft, string by, string? comment = null, CancellationToken cancellationToken = default);

    /// <summary>Reads what was saved of the mappings, by whom and when.</summary>
    /// <param name="size">The most versions wanted.</param>
    /// <param name="recordType">The kind of CRM record whose map is meant; null for the one that goes first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The versions, newest first.</returns>
    Task<IReadOnlyList<SavedMapping>> ReadMappingHistoryAsync(
        int size = 20, RecordType? recordType = null, CancellationToken cancellationToken = default);

    /// <summary>Shows a saved version as it would be in force now; two of them are compared by <see cref="MappingDiff.Between"/>.</summary>
    /// <param name="version">The version's number; 0 is the map as code ships it.</param>
    /// <param name="recordType">The kind of CRM record whose map is meant; null for the one that goes first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The mappings.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    /// <exception cref="CrmException">There is no map of that kind, or the CRM could not be asked for its fields.</exception>
    Task<MappingSet> GetMappingVersionAsync(
        int version, RecordType? recordType = null, CancellationToken cancellationToken = default);

    /// <summary>Saves an earlier version once more, as the next one.</summary>
    /// <param name="version">The version's number; 0 is the map as code ships it.</param>
    /// <param name="by">Who restores it.</param>
    /// <param name="recordType">The kind of CRM record whose map is meant; null for the one that goes first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The mappings as they are saved, or both versions where somebody else saved at the same time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    /// <exception cref="CrmException">There is no map of that kind, or the CRM could not be asked for its fields; nothing was saved.</exception>
    Task<MappingSaveResult> RestoreMappingAsync(
        int version, string by, RecordType? recordType = null, CancellationToken cancellationToken = default);

    /// <summary>Saves the connection's settings, all of them or none; they take effect with the next batch, in every process.</summary>
    /// <param name="draft">The connection with other settings, made from the one that stands: <c>connection with { Settings = … }</c>.</param>
    /// <param name="by">Who saves, as the host calls its people.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connection as it is saved; or both versions where somebody else saved first; or everything that is wrong.</returns>
    /// <exception cref="ArgumentException">The draft is of another connection.</exception>
    Task<SettingsSaveResult> SaveSettingsAsync(Connection draft, string by, CancellationToken cancellationToken = default);

    /// <summary>Lets the connection rest. What happens meanwhile is kept, and made up for once it is resumed; runs wait.</summary>
    /// <param name="by">Who pauses it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connection as it is saved; a mistake where it is disconnected. A batch that is under way in some process ends first.</returns>
    Task<SettingsSaveResult> PauseAsync(string by, CancellationToken cancellationToken = default);

    /// <summary>Lets a paused connection go on: what happened meanwhile is made up for at once.</summary>
    /// <param name="by">Who resumes it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connection as it is saved; a mistake where it is disconnected.</returns>
    Task<SettingsSaveResult> ResumeAsync(string by, CancellationToken cancellationToken = default);

    /// <summary>Forgets the credentials. What the CRM tells of the account is ignored and runs are refused; links and mappings stay.</summary>
    /// <param name="by">Who disconnects it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connection as it is saved.</returns>
    Task<SettingsSaveResult> DisconnectAsync(string by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Connects the same account anew. The mappings of owner and disposition status go back to ←, as a saved version of their own; all
    /// else that was saved stays, and what happened meanwhile is made up for.
    /// </summary>
    /// <param name="credentials">What opens the account from now on. Another account is another connection.</param>
    /// <param name="by">Who connects it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connection as it is saved; a mistake where credentials cannot be kept, or open another account. Then nothing was saved.</returns>
    /// <exception cref="CrmException">The CRM refuses the credentials or could not be asked; nothing was saved.</exception>
    Task<SettingsSaveResult> ReconnectAsync(CrmCredentials credentials, string by, CancellationToken cancellationToken = default);

    /// <summary>Reads who saved the connection, and how.</summary>
    /// <param name="size">The most versions wanted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The versions, newest first; empty for a connection that only code declares.</returns>
    Task<IReadOnlyList<SavedConnection>> ReadHistoryAsync(int size = 20, CancellationToken cancellationToken = default);
}
