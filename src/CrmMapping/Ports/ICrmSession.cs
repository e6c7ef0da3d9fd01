using NodaTime;

namespace CrmMapping;

/// <summary>Talks to one account of a CRM.</summary>
/// <remarks>
/// <para>Calls are batch-shaped: a call may take any number of items and makes the fewest requests that the CRM allows. Retries,
/// waiting for rate limits and refreshing of tokens happen within; what is thrown is final: a <see cref="CrmException"/>.
/// One session may be used from several threads; they share the account's budget.</para>
/// <para>Values come and go in the wire's text as the CRM writes it; the core turns it into canonical form.</para>
/// </remarks>
public interface ICrmSession : IAsyncDisposable
{
    /// <summary>Describes the account's fields, with live options.</summary>
    /// <param name="recordType">The kind of record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Every field, in no order.</returns>
    Task<IReadOnlyList<FieldDescriptor>> DescribeAsync(RecordType recordType, CancellationToken cancellationToken);

    /// <summary>Reads one page of all records, archived ones apart.</summary>
    /// <param name="fields">What to read.</param>
    /// <param name="cursor">Where to go on; null at the start.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page; dispose of it when its records have been dealt with.</returns>
    Task<CrmPage> ReadPageAsync(CrmFieldSet fields, string? cursor, CancellationToken cancellationToken);

    /// <summary>Reads records that changed since a position, oldest change first as far as the CRM can.</summary>
    /// <param name="fields">What to read.</param>
    /// <param name="position">The position; null asks for the present one without reading anything.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// A page whose <see cref="CrmPage.Next"/> is the position after it, never null. <see cref="CrmPage.HasMore"/> tells whether
    /// more is waiting. A record may come more than once; none is left out, at equal times and within the search's lag included.
    /// Archived records come marked so, values or none, where the CRM tells of them. A CRM whose search knows late gives records without
    /// values, see <see cref="CrmRecord.HasValues"/>: the core reads by id those that it does not know as they are.
    /// </returns>
    Task<CrmPage> ReadChangesAsync(CrmFieldSet fields, string? position, CancellationToken cancellationToken);

    /// <summary>Reads records by id. Those that were merged away come under the survivor's id.</summary>
    /// <param name="fields">What to read.</param>
    /// <param name="ids">The ids, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The records found, in any order, each with the id that was asked for. One that is archived, or of which the CRM says that there
    /// is none, comes marked as archived. One that does not come at all is in doubt, as an answer may be cut short: it is asked for
    /// again later, and never taken for deleted.
    /// </returns>
    Task<CrmPage> ReadAsync(CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Finds records by phone number or e-mail.</summary>
    /// <param name="fields">What to read.</param>
    /// <param name="keys">What to look for, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// Every record that may hold one of the keys; the core compares again, so too many is harmless, too few makes twins.
    /// </returns>
    Task<CrmPage> FindAsync(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken);

    /// <summary>Reads every record created at or after an instant.</summary>
    /// <param name="fields">What to read.</param>
    /// <param name="since">The instant, included.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The records that the CRM's search knows of by now.</returns>
    Task<CrmPage> ReadCreatedAsync(CrmFieldSet fields, Instant since, CancellationToken cancellationToken);

    /// <summary>Reads when fields last changed.</summary>
    /// <param name="fields">What to read.</param>
    /// <param name="ids">The records' ids, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The times that the CRM knows; nothing where it keeps no history.</returns>
    Task<IReadOnlyList<CrmFieldTime>> ReadFieldTimesAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Writes records: creates, updates and archives, in as few requests as the CRM allows.</summary>
    /// <param name="fields">What the ordinals of the values mean.</param>
    /// <param name="writes">The writes; no record twice.</param>
    /// <param name="cancellationToken">Cancels the call; what was written by then is written.</param>
    /// <returns>
    /// A result for each write, in order. A field that the CRM refuses costs that field and not the record: the rest is written and
    /// the refusal is in the result. A write of which no answer arrived is repeated only where repeating it is harmless; otherwise its
    /// outcome is <see cref="CrmWriteOutcome.Unanswered"/>.
    /// </returns>
    Task<IReadOnlyList<CrmWriteResult>> WriteAsync(
        CrmFieldSet fields, IReadOnlyList<CrmWrite> writes, CancellationToken cancellationToken);

    /// <summary>Reads the account's users that can own records, deactivated ones included.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The owners.</returns>
    Task<IReadOnlyList<CrmOwner>> ReadOwnersAsync(CancellationToken cancellationToken);
}
