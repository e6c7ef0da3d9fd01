namespace CrmMapping.Http;

/// <summary>Knows how one CRM takes batches of writes. <see cref="BatchWriter"/> does the rest.</summary>
public interface IBatchEndpoint
{
    /// <summary>Gets how many writes a batch takes.</summary>
    int MaxBatch { get; }

    /// <summary>Gets how many batches are sent at once.</summary>
    /// <value>The default is 1; more is for CRMs that take one record a request. The account's budget holds all the same.</value>
    int MaxInFlight => 1;

    /// <summary>Says in which kind of batch a write goes.</summary>
    /// <param name="write">The write.</param>
    /// <returns>The kind.</returns>
    BatchKind KindOf(CrmWrite write);

    /// <summary>Sends a batch, and ends the writes of which the answer says that they were done.</summary>
    /// <param name="fields">What the ordinals of the values mean.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the answer says of the others.</returns>
    /// <exception cref="CrmException">The account cannot be worked with.</exception>
    Task<BatchReply> SendAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken);

    /// <summary>Looks up records that a write did not find.</summary>
    /// <param name="fields">What may be read.</param>
    /// <param name="ids">Their ids, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>By id, the id under which each lives now: its own, or its survivor's where it was merged; those that are gone are left out.</returns>
    Task<IReadOnlyDictionary<string, string>> ResolveAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}
