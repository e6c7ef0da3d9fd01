using NodaTime;

namespace CrmMapping;

/// <summary>Talks to one account of a telephony. Writes nothing there.</summary>
/// <remarks>
/// Retries and waiting for rate limits happen within; what is thrown is final: a <see cref="CrmException"/> that names the account. May be used from
/// several threads.
/// </remarks>
public interface ITelephonySession
{
    /// <summary>Reads the tags that users can put on calls, as they are now.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Every tag, or an exception: never a part of them, as a tag that is not among them counts as deleted.</returns>
    Task<IReadOnlyList<CallTag>> ReadTagsAsync(CancellationToken cancellationToken);

    /// <summary>Reads a page of the calls that began at or after an instant, oldest first.</summary>
    /// <param name="since">The instant.</param>
    /// <param name="cursor">Where to go on; null at the start.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page. A call may come more than once; none is left out, however many there are.</returns>
    Task<CallPage> ReadCallsAsync(Instant since, string? cursor, CancellationToken cancellationToken);

    /// <summary>Reads calls by id.</summary>
    /// <param name="ids">The ids, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Those that there are, in any order.</returns>
    Task<IReadOnlyList<PhoneCall>> ReadCallsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}
