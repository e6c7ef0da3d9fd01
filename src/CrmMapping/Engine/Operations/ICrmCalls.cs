namespace CrmMapping;

/// <summary>Takes in calls and messages, which connections log in their CRMs: the way in for webhooks and for hosts with a telephony of their own.</summary>
/// <remarks>Safe to share between threads.</remarks>
public interface ICrmCalls
{
    /// <summary>Keeps what a telephony told and wakes the connections of the account's tenant that log it.</summary>
    /// <param name="account">The name of the telephony account.</param>
    /// <param name="calls">The calls as they are now, ended or not, in any order and as often as they are told. Each end is logged once.</param>
    /// <param name="messages">The messages, likewise; null for none.</param>
    /// <param name="cancellationToken">Cancels the call; something may be kept nevertheless.</param>
    /// <returns>A task that ends when all is durable: only then may its sender be told that it arrived.</returns>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    Task AcceptAsync(
        string account, IReadOnlyList<PhoneCall> calls, IReadOnlyList<TextMessage>? messages = null, CancellationToken cancellationToken = default);

    /// <summary>Reads what the outcomes of a connection's calls are decided by: the CRM's outcomes and the telephony's tags are asked for at this moment.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="ArgumentException">There is no such connection.</exception>
    /// <exception cref="CrmException">The CRM or the telephony could not be asked.</exception>
    Task<OfferedOutcomes> ReadOutcomesAsync(string connection, CancellationToken cancellationToken = default);

    /// <summary>Saves a version of the rules of a connection's call outcomes, if it is the next one.</summary>
    /// <param name="version">The version; its number is that of the latest one and 1, or 1 where there is none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when its number is another; then nothing was saved.</returns>
    Task<bool> SaveOutcomeRulesAsync(OutcomeRulesVersion version, CancellationToken cancellationToken = default);

    /// <summary>Reads the versions of the rules of a connection's call outcomes.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="size">The most versions wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The versions, newest first.</returns>
    Task<IReadOnlyList<OutcomeRulesVersion>> ReadOutcomeRulesAsync(
        string connection, int size, CancellationToken cancellationToken = default);
}
