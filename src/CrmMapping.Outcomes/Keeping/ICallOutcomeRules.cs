namespace CrmMapping.Outcomes;

/// <summary>Reads and saves the rules by which a connection's calls get their outcomes. The way in for an application's admin pages.</summary>
/// <remarks>Safe to use from several threads.</remarks>
public interface ICallOutcomeRules
{
    /// <summary>Reads the rules that stand, with the CRM's outcomes and the telephony's tags as they are at this moment.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The version that was saved last, of which <see cref="OutcomeRules.Edit"/> makes a draft; or version 0, what the code says, with what of it names
    /// nothing that there is.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such connection.</exception>
    /// <exception cref="CrmException">The CRM or the telephony could not be asked.</exception>
    Task<OutcomeResolution> ReadAsync(string connection, CancellationToken cancellationToken = default);

    /// <summary>Saves a draft as the next version, which calls that are decided from then on go by. What is logged stays as it is.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="draft">The draft, made of what <see cref="ReadAsync"/> gave.</param>
    /// <param name="by">Who saves, as the host calls its people.</param>
    /// <param name="comment">What is said about it; null when nothing is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The version; or that somebody else saved meanwhile, or what the accounts do not take any more. Then nothing was saved.</returns>
    /// <exception cref="ArgumentException">There is no such connection.</exception>
    /// <exception cref="CrmException">The CRM or the telephony could not be asked; nothing was saved.</exception>
    Task<OutcomeSaveResult> SaveAsync(
        string connection, OutcomeDraft draft, string by, string? comment = null, CancellationToken cancellationToken = default);

    /// <summary>Reads who saved which version, and when.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="size">The most versions wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The versions, newest first. One that is to be restored is given to <see cref="OutcomeDraft.Restore"/>.</returns>
    Task<IReadOnlyList<SavedOutcomeRules>> ReadVersionsAsync(string connection, int size, CancellationToken cancellationToken = default);
}
