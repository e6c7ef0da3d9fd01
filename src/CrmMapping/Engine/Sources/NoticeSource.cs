using System.Globalization;

namespace CrmMapping;

/// <summary>Gives the contacts of which something was noticed; deletes wait until all of them are counted.</summary>
/// <param name="scope">The connection's scope.</param>
/// <param name="isPreview">Whether the notices stay, so that each batch must pass over those of the batches before it.</param>
internal sealed class NoticeSource(ConnectionScope scope, bool isPreview = false) : IBatchSource
{
    public const string Notices = "notices";

    private const string Deletes = "deletes";

    public Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken)
    {
        var (phase, passed) = Parse(cursor!);
        return phase == Deletes ? ReadDeletesAsync(batch, passed, cancellationToken) : ReadDueAsync(batch, passed, cancellationToken);
    }

    private async Task<SourceStep> ReadDueAsync(Batch batch, int passed, CancellationToken cancellationToken)
    {
        var due = await scope.Store.ReadNoticesAsync(
            scope.Connection.Name, scope.Now, passed + scope.Traits.BatchSize, cancellationToken).ConfigureAwait(false);
        Add(batch, due.Skip(passed));
        return new SourceStep(due.Count == passed ? Deletes : Cursor(Notices, due.Count));
    }

    private async Task<SourceStep> ReadDeletesAsync(Batch batch, int passed, CancellationToken cancellationToken)
    {
        batch.MayDelete = true;
        batch.StagedDeletes = await scope.Store.CountStagedAsync(scope.Connection.Name, cancellationToken).ConfigureAwait(false);
        if (batch.StagedDeletes > passed)
        {
            var staged = await scope.Store.ReadStagedAsync(
                scope.Connection.Name, passed + scope.Traits.BatchSize, cancellationToken).ConfigureAwait(false);
            Add(batch, staged.Skip(passed));
        }

        var done = passed + batch.Count;
        return new SourceStep(batch.Count > 0 && batch.StagedDeletes > done ? Cursor(Deletes, done) : null);
    }

    private void Add(Batch batch, IEnumerable<PendingNotice> notices)
    {
        foreach (var notice in notices)
        {
            var pair = notice.Side == SyncSide.Local ? new Pair { LocalId = notice.Id } : new Pair { CrmId = notice.Id };
            pair.Notices.Add(notice);
            if (notice.Side == SyncSide.Local)
            {
                batch.Add(pair);
            }
            else if (scope.Find(notice.RecordType) is { } kind)
            {
                batch.Of(kind.RecordType).Add(pair);
            }
            else
            {
                // Of a kind that is not synced nothing is done.
                pair.State = PairState.Skipped;
                batch.Add(pair);
            }
        }
    }

    private string Cursor(string phase, int done) =>
        isPreview ? string.Create(CultureInfo.InvariantCulture, $"{phase}:{done}") : phase;

    private static (string Phase, int Passed) Parse(string cursor) => cursor.Split(':') is [var phase, var passed]
        ? (phase, int.Parse(passed, CultureInfo.InvariantCulture))
        : (cursor, 0);
}
