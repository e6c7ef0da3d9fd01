namespace CrmMapping;

/// <summary>Gives the contacts of which something was noticed; deletes wait until all of them are counted.</summary>
internal sealed class NoticeSource(ConnectionScope scope) : IBatchSource
{
    public const string Notices = "notices";

    private const string Deletes = "deletes";

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
        batch.MayDelete = true;
        batch.StagedDeletes = await scope.Store.CountStagedAsync(scope.Connection.Name, cancellationToken).ConfigureAwait(false);
        if (batch.StagedDeletes == 0)
        {
            return new SourceStep(null);
        }

        foreach (var notice in await scope.Store
            .ReadStagedAsync(scope.Connection.Name, scope.Traits.BatchSize, cancellationToken).ConfigureAwait(false))
        {
            Add(batch, notice);
        }

        return new SourceStep(batch.StagedDeletes > batch.Pairs.Count ? Deletes : null);
    }

    private static void Add(Batch batch, PendingNotice notice)
    {
        var pair = notice.Side == SyncSide.Local ? new Pair { LocalId = notice.Id } : new Pair { CrmId = notice.Id };
        pair.Notices.Add(notice);
        batch.Pairs.Add(pair);
    }
}
