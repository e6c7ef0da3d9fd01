namespace CrmMapping.Http;

/// <summary>Holds writes of one kind that go in one request, no record twice.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Writes">The writes; none has ended.</param>
public sealed record WriteBatch(BatchKind Kind, IReadOnlyList<PendingWrite> Writes)
{
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

    internal WriteBatch Of(IEnumerable<PendingWrite> writes) => this with { Writes = [.. writes] };
}
