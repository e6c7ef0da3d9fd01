using NodaTime;

namespace CrmMapping;

/// <summary>Makes the notices by which a contact is worked again.</summary>
internal static class PairNotices
{
    /// <summary>How long deletes wait at the most to be counted; a crash lets them come back by themselves.</summary>
    public static readonly Duration StagedFor = Duration.FromMinutes(5);

    /// <summary>Makes the notice under which a delete waits until those of the whole cycle are counted.</summary>
    public static Notice Stage(Pair pair, ConnectionScope scope)
    {
        var side = pair.LocalIsGone && !pair.CrmIsGone ? SyncSide.Local : SyncSide.Crm;
        return Of(side, side == SyncSide.Local ? pair.LocalId! : pair.CrmId!, scope) with
        {
            Kind = pair.IsErased ? NoticeKind.Erased : NoticeKind.Deleted,
            Priority = NoticePriority.Staged,
            NotBefore = scope.Now + StagedFor,
            Attempts = pair.Attempts,
        };
    }

    /// <summary>Makes what was noticed stay noticed, with its times; what came without a notice gets one.</summary>
    public static IEnumerable<Notice> Again(Pair pair, Instant at, int attempts, ConnectionScope scope)
    {
        IEnumerable<Notice> again = pair.Notices.Count > 0
            ? pair.Notices.SelectMany(n => Same(n, scope))
            : [Of(pair.LocalId is null ? SyncSide.Crm : SyncSide.Local, pair.LocalId ?? pair.CrmId!, scope)];
        if (pair.SaidGone is { } side)
        {
            again = again.Append(Of(side, side == SyncSide.Local ? pair.LocalId! : pair.CrmId!, scope) with { Kind = NoticeKind.Deleted });
        }

        return again.Select(n => n with { NotBefore = at, Attempts = attempts });
    }

    /// <summary>Makes the notice by which the contact of an issue is planned again.</summary>
    public static Notice Of(SyncIssue issue, ConnectionScope scope) => issue.LocalId is { } localId
        ? Of(SyncSide.Local, localId, scope)
        : Of(SyncSide.Crm, issue.CrmId!, scope) with { RecordType = issue.RecordType };

    private static IEnumerable<Notice> Same(PendingNotice pending, ConnectionScope scope)
    {
        var notice = Of(pending.Side, pending.Id, scope) with
        {
            RecordType = pending.RecordType,
            Kind = pending.Kind,
            Priority = pending.Priority == NoticePriority.Manual ? NoticePriority.Manual : NoticePriority.Retry,
            MergedInto = pending.MergedInto,
        };
        return pending.FieldTimes.Count == 0
            ? [notice]
            : pending.FieldTimes.Select(t => notice with { Field = t.Key, At = t.Value });
    }

    private static Notice Of(SyncSide side, string id, ConnectionScope scope) => new()
    {
        Connection = scope.Connection.Name,
        Side = side,
        RecordType = side == SyncSide.Local ? RecordType.Contact : scope.RecordType,
        Id = id,
        Priority = NoticePriority.Retry,
    };
}
