namespace CrmMapping;

/// <summary>
/// Keeps issues true: one about several contacts stands while its cause does and is looked at anew when one of the others moves; one about a
/// value that the CRM did not keep stands until a side changes it.
/// </summary>
internal sealed class IssueKeeper(ConnectionScope scope)
{
    /// <summary>Adds to what a batch saves what it means for issues that its contacts have a part in.</summary>
    public async Task<SyncCommit> KeepAsync(Batch batch, SyncCommit commit, CancellationToken cancellationToken)
    {
        var worked = batch.All.Where(static p => p.State is PairState.Open or PairState.Ended || IsGoneUnlinked(p)).ToList();
        if (worked.Count == 0)
        {
            return commit;
        }

        var pairs = new Dictionary<string, Pair>(StringComparer.Ordinal);
        foreach (var (name, pair) in worked.SelectMany(static p => p.KnownNames.Select(name => (name, p))))
        {
            pairs.TryAdd(name, pair);
        }

        var issues = await scope.Store.ReadIssuesAboutAsync(scope.Connection.Name, pairs.Keys, cancellationToken).ConfigureAwait(false);
        var kept = new Kept(commit);
        foreach (var issue in issues)
        {
            Keep(kept, issue, pairs);
        }

        return kept.ToCommit();
    }

    private void Keep(Kept kept, SyncIssue issue, Dictionary<string, Pair> pairs)
    {
        var subject = new[] { issue.LocalId, issue.CrmId is null ? null : ContactName.Of(SyncSide.Crm, issue.CrmId) }
            .OfType<string>().Select(pairs.GetValueOrDefault).FirstOrDefault(static p => p is not null);
        var others = issue.Others.Where(other => !pairs.TryGetValue(other, out var pair) || !Moved(pair)).ToEquatableArray();
        if (subject is not null)
        {
            var issueNow = issue with { Others = others };
            if (StillStands(subject, issueNow))
            {
                kept.Issues.Add(issueNow);
            }

            return;
        }

        if (others == issue.Others)
        {
            return;
        }

        kept.Notices.Add(PairNotices.Of(issue, scope));
        if (others.Count == 0)
        {
            kept.Closed.Add(issue);
        }
        else
        {
            kept.Issues.Add(issue with { Others = others });
        }
    }

    // Of one that was matched anew, the issue was met again or not at all.
    private bool StillStands(Pair subject, SyncIssue issue) => subject.Link is not null && issue.Code switch
    {
        IssueCode.KeyShared or IssueCode.CallOnSeveralContacts => !Moved(subject) && issue.Others.Count > 0,
        IssueCode.CallRefused => subject.State == PairState.Open,
        IssueCode.NotKeptByCrm => subject.State == PairState.Open && IsUntouched(subject, issue.Field),
        _ => false,
    };

    private static bool IsGoneUnlinked(Pair pair) =>
        pair is { State: PairState.Skipped, Link: null } && (pair.CrmIsGone || pair.ConvertedInto is not null);

    // Whose phone number or e-mail address is another one now, or who is gone, shares no key any more that was shared before.
    private bool Moved(Pair pair) =>
        pair.State == PairState.Ended || pair.IsMoved || pair.Link is null || IsKeyChanged(pair, scope.Find(pair.RecordType)!.Map);

    private static bool IsKeyChanged(Pair pair, CompiledMap map) => Changed(pair, map.PhoneOrdinal) || Changed(pair, map.EmailOrdinal);

    // Neither side changed the field since both were last brought together, so what they disagree in is what they disagreed in then.
    private bool IsUntouched(Pair pair, string? field) =>
        field is not null && scope.Find(pair.RecordType)!.Map.FindOrdinal(field) is >= 0 and var ordinal && !pair.Plan.Decisions.Any(
            d => d.Ordinal == ordinal && (d.Written is not null || d.Local != d.AgreedLocal || d.Crm != d.AgreedCrm));

    private static bool Changed(Pair pair, int ordinal)
    {
        foreach (var decision in pair.Plan.Decisions)
        {
            if (decision.Ordinal == ordinal)
            {
                return decision.Local != decision.AgreedLocal || decision.Crm != decision.AgreedCrm;
            }
        }

        return false;
    }

    private sealed class Kept(SyncCommit commit)
    {
        public List<SyncIssue> Issues { get; } = [];

        public List<SyncIssue> Closed { get; } = [];

        public List<Notice> Notices { get; } = [];

        public SyncCommit ToCommit() => Issues.Count + Closed.Count + Notices.Count == 0 ? commit : commit with
        {
            Issues = [.. commit.Issues, .. Issues],
            ClosedIssues = [.. commit.ClosedIssues, .. Closed],
            Notices = [.. commit.Notices, .. Notices],
        };
    }
}
