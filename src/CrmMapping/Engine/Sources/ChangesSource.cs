using NodaTime;

namespace CrmMapping;

/// <summary>Gives what changed on either side since the last time: the host's feed, the CRM's changes, then the notices.</summary>
internal sealed class ChangesSource(ConnectionScope scope, Positions positions) : IBatchSource
{
    private const string Feed = "feed";
    private const string Crm = "crm";
    private const string CrmKinds = "crm/";

    // A page of the CRM's search holds as many; histories and writes of fewer fill their requests less well.
    private const int FeedBatches = 2;

    private readonly NoticeSource _notices = new(scope, positions is PreviewPositions);

    public Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken) => cursor switch
    {
        null or Feed => ReadFeedAsync(batch, cancellationToken),
        Crm => ReadCrmAsync(batch, KindCursor.Start(scope.TypesInReadingOrder), cancellationToken),
        _ when cursor.StartsWith(CrmKinds, StringComparison.Ordinal) =>
            ReadCrmAsync(batch, KindCursor.Parse(cursor[CrmKinds.Length..], scope.TypesInReadingOrder), cancellationToken),
        _ => _notices.ReadAsync(batch, cursor, cancellationToken),
    };

    private async Task<SourceStep> ReadFeedAsync(Batch batch, CancellationToken cancellationToken)
    {
        if (scope.Local.Feed is not { } feed)
        {
            return new SourceStep(Crm);
        }

        var position = await positions.FindAsync(PositionNames.LocalFeed, cancellationToken).ConfigureAwait(false);
        var changes = await feed
            .ReadChangesAsync(scope.Connection.Tenant, position, FeedBatches * scope.Traits.BatchSize, cancellationToken).ConfigureAwait(false);
        Move(batch, PositionNames.LocalFeed, position, changes.Next);
        var known = await KnownVersionsAsync(changes.Changes, cancellationToken).ConfigureAwait(false);
        foreach (var contact in changes.Changes.GroupBy(static c => c.Id, StringComparer.Ordinal))
        {
            // A version that was written from here is no news.
            if (contact.Last().IsDeleted || known.GetValueOrDefault(contact.Key) != contact.Last().Version)
            {
                batch.Add(Noticed(contact));
            }
        }

        return new SourceStep(changes.HasMore ? Feed : Crm);
    }

    private async Task<Dictionary<string, string>> KnownVersionsAsync(
        IReadOnlyList<LocalChange> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return [];
        }

        var ids = changes.Select(static c => c.Id).Distinct(StringComparer.Ordinal).ToList();
        var links = await scope.Store
            .ReadLinksAsync(scope.Connection.Name, SyncSide.Local, scope.RecordType, ids, cancellationToken).ConfigureAwait(false);
        return links.Where(static l => !l.IsTombstone).ToDictionary(static l => l.LocalId, static l => l.LocalVersion, StringComparer.Ordinal);
    }

    private static Pair Noticed(IGrouping<string, LocalChange> changes)
    {
        var times = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            foreach (var field in change.Fields)
            {
                times[field] = change.At;
            }
        }

        var pair = new Pair { LocalId = changes.Key };
        pair.Notices.Add(new PendingNotice
        {
            Side = SyncSide.Local,
            RecordType = RecordType.Contact,
            Id = changes.Key,
            Kind = changes.Last().IsDeleted ? NoticeKind.Deleted : NoticeKind.Changed,
            Priority = NoticePriority.Live,
            FieldTimes = times,
            NoticedAt = changes.First().At,
            Sequence = 0,
        });
        return pair;
    }

    private async Task<SourceStep> ReadCrmAsync(Batch batch, KindCursor at, CancellationToken cancellationToken)
    {
        if (at.Left is not [var recordType, ..])
        {
            return new SourceStep(NoticeSource.Notices);
        }

        var (kind, name) = (scope.Find(recordType)!, PositionNames.CrmChanges(recordType));
        var position = await positions.FindAsync(name, cancellationToken).ConfigureAwait(false);
        var page = batch.Own(await scope.Session
            .ReadChangesAsync(kind.Map.CrmFields, position, cancellationToken).ConfigureAwait(false));
        Move(batch, name, position, page.Next);
        batch.Of(recordType).AddCrmRecords(page);
        await LeaveOutKnownAsync(kind, batch.Of(recordType), page, cancellationToken).ConfigureAwait(false);
        return new SourceStep(page.HasMore ? $"{CrmKinds}{at}" : at.After(null) is { } next ? CrmKinds + next : NoticeSource.Notices);
    }

    // What a webhook or a local edit led to is read already; the search tells of it once more.
    private static async Task LeaveOutKnownAsync(ConnectionScope scope, Batch batch, CrmPage page, CancellationToken cancellationToken)
    {
        var told = page.Where(static r => !r.HasValues).Select(static r => r.Id).Distinct(StringComparer.Ordinal).ToList();
        if (told.Count == 0)
        {
            return;
        }

        var links = await scope.Store
            .ReadLinksAsync(scope.Connection.Name, SyncSide.Crm, scope.RecordType, told, cancellationToken).ConfigureAwait(false);
        var known = links
            .Where(l => !l.IsTombstone && scope.Bases.IsAtRest(l, scope.Context.Stamp))
            .Select(static l => (l.CrmId, l.CrmModifiedAt)).ToHashSet();
        batch.Pairs.RemoveAll(pair => pair is { CrmValues: null, CrmModifiedAt: not null, ConvertedInto: null } && known.Contains((pair.CrmId!, pair.CrmModifiedAt)));
    }

    // Where nothing happened, nothing is to be saved.
    private void Move(Batch batch, string name, string? from, string? to)
    {
        if (to != from)
        {
            positions.Move(batch, name, to);
        }
    }
}
