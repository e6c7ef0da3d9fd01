using NodaTime;

namespace CrmMapping;

/// <summary>Keeps calls and messages, and which of them connections have yet to deal with; what is logged of them comes with <see cref="SyncCommit"/>.</summary>
/// <remarks>What a method returned from is durable. Called from several threads and processes. What it throws is a <see cref="SyncStoreException"/>.</remarks>
public interface IActivityStore
{
    /// <summary>
    /// Takes in what a telephony told. A call that is known is brought together with what is known of it by <see cref="PhoneCall.Merge"/>; of one whose
    /// contact was erased, the contact's number, comments and recording are left out.
    /// </summary>
    /// <param name="account">The name of the telephony account.</param>
    /// <param name="calls">The calls; one may be there several times.</param>
    /// <param name="messages">The messages; one that is known is left as it is.</param>
    /// <param name="connections">The names of the connections that are to deal with what is new or changed.</param>
    /// <param name="at">The time now.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether anything was new or changed.</returns>
    Task<bool> AddActivitiesAsync(
        string account, IReadOnlyList<PhoneCall> calls, IReadOnlyList<TextMessage> messages, IReadOnlyCollection<string> connections,
        Instant at, CancellationToken cancellationToken);

    /// <summary>Reads what a connection is to deal with.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="now">The time now; what is to be tried later does not come.</param>
    /// <param name="size">The most wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The calls and messages, those first that are due the longest.</returns>
    Task<IReadOnlyList<PendingActivity>> ReadPendingActivitiesAsync(string connection, Instant now, int size, CancellationToken cancellationToken);

    /// <summary>Reads a page of the calls that a connection logged, in a stable order, as they are now.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="since">The calls that began at or after this instant alone.</param>
    /// <param name="cursor">Where to go on; null at the start.</param>
    /// <param name="size">The most wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The calls, each with what is logged of it, and where to go on; null after the last.</returns>
    Task<(IReadOnlyList<PendingActivity> Calls, string? Next)> ReadLoggedCallsAsync(
        string connection, Instant since, string? cursor, int size, CancellationToken cancellationToken);

    /// <summary>Reads activities of contacts that were counted, by <see cref="SyncCommit.Engagements"/>, and not yet put into the contacts.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="size">The most wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The activities, those first that wait the longest.</returns>
    Task<IReadOnlyList<UnsavedActivity>> ReadUnsavedActivitiesAsync(string tenant, int size, CancellationToken cancellationToken);

    /// <summary>Notes that activities are in their contacts; one that was counted on since stays to be put there.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="saved">The activities as they were read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is durable.</returns>
    Task MarkSavedAsync(string tenant, IReadOnlyCollection<UnsavedActivity> saved, CancellationToken cancellationToken);

    /// <summary>Finds a contact's activity.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="localId">The contact.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The activity; <see cref="ContactActivity.None"/> where nothing was counted.</returns>
    Task<ContactActivity> ReadContactActivityAsync(string tenant, string localId, CancellationToken cancellationToken);

    /// <summary>Finds the time of the latest call of an account that was read by polling.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The time; null when the account was never polled.</returns>
    Task<Instant?> FindPolledAsync(string account, CancellationToken cancellationToken);

    /// <summary>Remembers up to when the calls of an account were read by polling.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="until">The time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is durable.</returns>
    Task SavePolledAsync(string account, Instant until, CancellationToken cancellationToken);

    /// <summary>Reads who saved the rules of a connection's call outcomes.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="size">The most versions wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The versions, newest first.</returns>
    Task<IReadOnlyList<OutcomeRulesVersion>> ReadOutcomeRulesAsync(string connection, int size, CancellationToken cancellationToken);

    /// <summary>Saves a version of the rules of a connection's call outcomes, if it is the next one.</summary>
    /// <param name="version">The version; its number is that of the latest one and 1, or 1 where there is none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when its number is another; then nothing was saved.</returns>
    Task<bool> SaveOutcomeRulesAsync(OutcomeRulesVersion version, CancellationToken cancellationToken);

    /// <summary>Reads what was last known of a connection's outcomes.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The text as it was saved; null when nothing was.</returns>
    Task<string?> FindOutcomeHistoryAsync(string connection, CancellationToken cancellationToken);

    /// <summary>Keeps what is known of a connection's outcomes.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="history">The text.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is durable.</returns>
    Task SaveOutcomeHistoryAsync(string connection, string history, CancellationToken cancellationToken);
}
