namespace CrmMapping;

/// <summary>Gives the contacts of which something was noticed; deletes wait until all of them are counted.</summary>
/// <param name="scope">The connection.</param>
/// <param name="looksOnly">Whether nothing is worked, so that notices stay and the next ones stand behind them.</param>
internal sealed class NoticeSource(ConnectionScope scope, bool looksOnly = false) : IBatchSource
{
    public const string Notices = "notices";

    private const string Deletes = "deletes";

    private int _seen;

    public Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken) =>
        cursor == Deletes ? ReadDeletesAsync(batch, cancellationToken) : ReadDueAsync(batch, cancellationToken);

    private async Task<SourceStep> ReadDueAsync(Batch batch, CancellationToken cancellationToken)
    {
        var due = await scope.Store
            .ReadNoticesAsync(scope.Connection.Name, scope.Now, _seen + scope.Traits.BatchSize, cancellationToken).ConfigureAwait(false);
        foreach (var notice in due.Skip(_seen))
        {
            Add(batch, notice);
        }

        return new SourceStep(Next(due.Count, batch, Notices, Deletes));
    }

    private async Task<SourceStep> ReadDeletesAsync(Batch batch, CancellationToken cancellationToken)
    {
        batch.MayDelete = true;
        batch.StagedDeletes = await scope.Store.CountStagedAsync(scope.Connection.Name, cancellationToken).ConfigureAwait(false);
        var staged = batch.StagedDeletes == 0 ? [] : await scope.Store
            .ReadStagedAsync(scope.Connection.Name, _seen + scope.Traits.BatchSize, cancellationToken).ConfigureAwait(false);
        foreach (var notice in staged.Skip(_seen))
        {
            Add(batch, notice);
        }

        return new SourceStep(Next(staged.Count, batch, Deletes, null));
    }

    private string? Next(int read, Batch batch, string same, string? then)
    {
        _seen = looksOnly && batch.Pairs.Count > 0 ? read : 0;
        return batch.Pairs.Count > 0 ? same : then;
    }

    private static void Add(Batch batch, PendingNotice notice)
    {
        var pair = notice.Side == SyncSide.Local ? new Pair { LocalId = notice.Id } : new Pair { CrmId = notice.Id };
        pair.Notices.Add(notice);
        batch.Pairs.Add(pair);
    }
}
