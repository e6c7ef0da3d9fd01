using System.Runtime.CompilerServices;

namespace CrmMapping;

/// <summary>Shows what would be done, and why, without a lease and without a trace.</summary>
internal sealed class PlanViewer(ConnectionScope scope)
{
    private readonly BatchRunner _batches = new(scope, null);
    private readonly BufferArena _arena = new();

    /// <summary>Plans what an operation would do, a batch at a time.</summary>
    public async IAsyncEnumerable<ContactPreview> PreviewAsync(
        IBatchSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What comes again, by a notice beside a poll, is at rest by then.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            using var batch = new Batch(_arena, scope);
            cursor = (await source.ReadAsync(batch, cursor, cancellationToken).ConfigureAwait(false)).Next;
            await _batches.PlanAsync(batch, cancellationToken).ConfigureAwait(false);
            foreach (var pair in PlannedContacts.Worth(batch).Where(pair => seen.Add(pair.IssueKey)))
            {
                yield return PlannedContacts.Preview(pair);
            }
        }
        while (cursor is not null);
    }

    /// <summary>Says of every field of one contact how it is decided as things stand.</summary>
    public async Task<IReadOnlyList<FieldDecision>> ExplainAsync(string localId, CancellationToken cancellationToken)
    {
        using var batch = new Batch(_arena, scope);
        await new ContactSource(scope, localId).ReadAsync(batch, null, cancellationToken).ConfigureAwait(false);
        await _batches.PlanAsync(batch, cancellationToken).ConfigureAwait(false);
        return batch.All.ToList() is [{ State: PairState.Open } pair]
            ? PlanExplainer.Explain(BatchPlanner.Input(scope.Find(pair.RecordType)!, pair), pair.Plan)
            : [];
    }
}
