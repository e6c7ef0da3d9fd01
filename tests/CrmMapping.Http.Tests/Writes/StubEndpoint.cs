namespace CrmMapping.Http.Tests;

/// <summary>A CRM that takes three writes at a time and remembers which it was sent; what it replies is said by the test.</summary>
internal sealed class StubEndpoint(Func<WriteBatch, BatchReply> reply) : IBatchEndpoint
{
    /// <summary>Gets the batches sent, as the numbers of their writes.</summary>
    public List<string> Sent { get; } = [];

    public List<string> LookedUp { get; } = [];

    /// <summary>Gets where records live now, by id.</summary>
    public Dictionary<string, string> Homes { get; } = [];

    public int MaxBatch => 3;

    public BatchKind KindOf(CrmWrite write) => write.Kind switch
    {
        CrmWriteKind.Update => BatchKind.Update,
        CrmWriteKind.Archive => BatchKind.Archive,
        _ => write.LocalId is null ? BatchKind.Create : BatchKind.Upsert,
    };

    public Task<BatchReply> SendAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken)
    {
        Sent.Add($"{batch.Kind} {string.Join(',', batch.Writes.Select(write => write.Number))}");
        return Task.FromResult(reply(batch));
    }

    public Task<IReadOnlyDictionary<string, string>> ResolveAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        LookedUp.Add(string.Join(',', ids));
        return Task.FromResult<IReadOnlyDictionary<string, string>>(Homes);
    }

    public static BatchReply Yes(WriteBatch batch) => YesBut(batch, []);

    /// <summary>Carries out what is not refused.</summary>
    public static BatchReply YesBut(WriteBatch batch, Dictionary<PendingWrite, WriteRefusal> refusals)
    {
        foreach (var write in batch.Writes.Where(write => !refusals.ContainsKey(write)))
        {
            write.End(CrmWriteOutcome.Written, message: null, $"id{write.Number}");
        }

        return BatchReply.Taken(refusals);
    }
}
