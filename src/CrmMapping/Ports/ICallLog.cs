namespace CrmMapping;

/// <summary>Logs calls and messages as activities of a CRM's records. For sessions of CRMs that keep activities.</summary>
public interface ICallLog
{
    /// <summary>Writes activities, in as few requests as the CRM allows.</summary>
    /// <param name="writes">The writes; no activity twice.</param>
    /// <param name="cancellationToken">Cancels the call; what was written by then is written.</param>
    /// <returns>
    /// A result for each write, in order, with the activity's id. <see cref="CrmWriteOutcome.NotFound"/> says of an update that the activity is
    /// gone, and of a create that the record it belongs to is; <see cref="CrmWriteOutcome.AlreadyExists"/> of a create that its key is there already,
    /// and what is there was left as it is. A create of which no answer arrived is not repeated:
    /// its outcome is <see cref="CrmWriteOutcome.Unanswered"/>, and it comes again with <see cref="ActivityWrite.MayExist"/>.
    /// </returns>
    Task<IReadOnlyList<CrmWriteResult>> LogAsync(IReadOnlyList<ActivityWrite> writes, CancellationToken cancellationToken);

    /// <summary>Reads the outcomes that calls have in the CRM.</summary>
    /// <param name="ids">The activities' ids, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The outcome's id by the activity's, null where it has none; without activities that are gone.</returns>
    Task<IReadOnlyDictionary<string, string?>> ReadOutcomesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}
