namespace CrmMapping.Http;

/// <summary>Holds writes of one kind that go in one request, no record twice.</summary>
public sealed class WriteBatch
{
    internal WriteBatch(BatchKind kind, IEnumerable<PendingWrite> writes)
    {
        Kind = kind;
        Writes = [.. writes];
    }

    /// <summary>Gets the kind.</summary>
    public BatchKind Kind { get; }

    /// <summary>Gets the writes; none has ended when the batch is sent.</summary>
    public IReadOnlyList<PendingWrite> Writes { get; }

    /// <summary>Ends every write that is still open in the same way.</summary>
    /// <param name="outcome">What became of them.</param>
    /// <param name="message">Why, without values of a contact; null when all went well.</param>
    public void EndAll(CrmWriteOutcome outcome, string? message = null)
    {
        foreach (var write in Writes.Where(static write => write.Result is null))
        {
            write.End(outcome, message, write.Write.Id);
        }
    }

    internal WriteBatch Of(IEnumerable<PendingWrite> writes) => new(Kind, writes);
}
