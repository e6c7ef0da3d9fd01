namespace CrmMapping.HubSpot;

/// <summary>Holds writes that go in one request.</summary>
internal sealed record WriteBatch(BatchKind Kind, IReadOnlyList<PendingWrite> Writes)
{
    public void EndAll(CrmWriteOutcome outcome)
    {
        foreach (var write in Writes)
        {
            write.End(outcome, message: null, write.Write.Id);
        }
    }

    public IEnumerable<WriteBatch> Halves()
    {
        var half = Writes.Count / 2;
        yield return this with { Writes = [.. Writes.Skip(half)] };
        yield return this with { Writes = [.. Writes.Take(half)] };
    }
}
