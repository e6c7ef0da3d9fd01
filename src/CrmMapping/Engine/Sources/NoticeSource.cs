using NodaTime;

namespace CrmMapping;

/// <summary>Gives the contacts of which something was noticed; deletes wait until all of them are counted.</summary>
internal sealed class NoticeSource(ConnectionScope scope) : IBatchSource
{
    public const string Notices = "notices";

    private const string Deletes = "deletes";
    private const int MostDeletes = 10_000;

    // As long as deletes are staged for, and a little more.
    private static readonly Duration StagedFor = Duration.FromMinutes(6);

    public Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken) =>
        cursor == Deletes ? ReadDeletesAsync(batch, cancellationToken) : ReadDueAsync(batch, cancellationToken);

    private async Task<SourceStep> ReadDueAsync(Batch batch, CancellationToken cancellationToken)
    {
        var due = await scope.Store
            .ReadNoticesAsync(scope.Connection.Name, scope.Now, scope.Traits.BatchSize, cancellationToken).ConfigureAwait(false);
        foreach (var notice in due)
        {
            Add(batch, notice);
        }

        return new SourceStep(due.Count == 0 ? Deletes : Notices);
    }

    private async Task<SourceStep> ReadDeletesAsync(Batch batch, CancellationToken cancellationToken)
    {
        var waiting = await scope.Store
            .ReadNoticesAsync(scope.Connection.Name, scope.Now + StagedFor, MostDeletes, cancellationToken).ConfigureAwait(false);
        var staged = waiting.Where(static n => n is { Kind: NoticeKind.Deleted or NoticeKind.Erased, Priority: NoticePriority.Retry }).ToList();
        batch.MayDelete = true;
        batch.StagedDeletes = staged.Count;
        foreach (var notice in staged.Take(scope.Traits.BatchSize))
        {
            Add(batch, notice);
        }

        return new SourceStep(staged.Count > batch.Pairs.Count ? Deletes : null);
    }

    private static void Add(Batch batch, PendingNotice notice)
    {
        var pair = notice.Side == SyncSide.Local ? new Pair { LocalId = notice.Id } : new Pair { CrmId = notice.Id };
        pair.Notices.Add(notice);
        batch.Pairs.Add(pair);
    }
}
