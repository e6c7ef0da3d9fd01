namespace CrmMapping;

/// <summary>Turns what became of a batch's contacts into the one commit that saves it.</summary>
internal sealed class BatchSaver(ConnectionScope scope)
{
    public SyncCommit Save(Batch batch)
    {
        var ledger = new Ledger();
        foreach (var pair in batch.Pairs)
        {
            Save(pair, batch, ledger);
            ledger.Consumed.AddRange(pair.Notices.Where(static n => n.Sequence > 0));
            batch.Counts = batch.Counts with
            {
                Contacts = batch.Counts.Contacts + 1,
                Issues = batch.Counts.Issues + pair.Issues.Count,
            };
        }

        return scope.NewCommit() with
        {
            Links = ledger.Links,
            Layouts = ledger.Links.Count > 0 ? [new(scope.Map.LayoutId, scope.Map.Layout)] : [],
            SettledIntents = ledger.SettledIntents,
            Consumed = ledger.Consumed,
            Notices = ledger.Notices,
            Journal = ledger.Journal,
            Replanned = ledger.Replanned,
            Issues = ledger.Issues,
        };
    }

    private void Save(Pair pair, Batch batch, Ledger ledger)
    {
        // What may have been written, or is not decided yet, stays known until it is. Whose create was answered with somebody else is decided.
        if (pair is not ({ State: PairState.Staged } or { State: PairState.Undecided, Plan.Kind: not PlanKind.CreateLocally })
            && (pair.State != PairState.Retry || WroteNothing(pair)))
        {
            ledger.SettledIntents.AddRange(pair.Intents);
        }

        switch (pair.State)
        {
            case PairState.Settled:
                break;
            case PairState.Skipped:
                SaveSkipped(pair, ledger);
                break;
            case PairState.Staged:
                ledger.Notices.Add(PairNotices.Stage(pair, scope));
                break;
            case PairState.Retry:
                SaveRetry(pair, batch, ledger);
                break;
            case PairState.Ended:
                ledger.Links.Add(pair.Link! with
                {
                    IsTombstone = true,
                    LocalBase = default,
                    CrmBase = default,
                    CrmSeen = default,
                    SettledStamp = null,
                    Unconfirmed = [],
                });
                ledger.Journal.Add(PairJournal.Entry(pair, PlanReason.Unlinked, scope));
                SaveIssues(pair, ledger);
                break;
            case PairState.Undecided:
                SaveIssues(pair, ledger);
                break;
            default:
                SaveWorked(pair, batch, ledger);
                break;
        }
    }

    // What kept a record waiting that nobody is linked with ends with the record.
    private static void SaveSkipped(Pair pair, Ledger ledger)
    {
        if (pair is { Link: null, CrmId: { } id } && (pair.CrmIsGone || pair.ConvertedInto is not null))
        {
            ledger.Replanned.Add(ContactName.Of(SyncSide.Crm, id));
        }
    }

    // Of an update that failed it is not known whether it was done; of a create it is.
    private static bool WroteNothing(Pair pair) =>
        pair.LocalResult is not { Outcome: LocalSaveOutcome.Saved } && pair.CrmResult?.Outcome switch
        {
            null => pair.LocalResult is not null,
            CrmWriteOutcome.NotFound or CrmWriteOutcome.AlreadyExists or CrmWriteOutcome.ChangedMeanwhile => true,
            CrmWriteOutcome.Failed => pair.Plan.Kind == PlanKind.CreateInCrm,
            _ => false,
        };

    private void SaveRetry(Pair pair, Batch batch, Ledger ledger)
    {
        batch.Counts = pair.LocalResult is { Outcome: LocalSaveOutcome.Saved }
            ? batch.Counts with { UpdatedLocal = batch.Counts.UpdatedLocal + 1 }
            : batch.Counts;
        var failed = pair.Missing is not null
            || pair.LocalResult is { Outcome: LocalSaveOutcome.Changed or LocalSaveOutcome.Gone }
            || pair.CrmResult is not (null or { Outcome: CrmWriteOutcome.Written });
        var attempts = pair.Attempts + (failed ? 1 : 0);
        if (attempts < scope.Connection.Settings.MaxAttempts)
        {
            ledger.Notices.AddRange(PairNotices.Again(pair, pair.RetryAt ?? scope.Now, attempts, scope));
            return;
        }

        pair.Issues.Add(EngineMessages.Quarantined(attempts, pair.CrmResult?.Message ?? EngineMessages.WhyMissing(pair.Missing)));
        SaveIssues(pair, ledger);
    }

    private void SaveWorked(Pair pair, Batch batch, Ledger ledger)
    {
        var wasCreated = pair.Plan.Kind switch
        {
            PlanKind.CreateLocally => pair.LocalResult is { Outcome: LocalSaveOutcome.Saved },
            PlanKind.CreateInCrm => pair.CrmResult is { Outcome: CrmWriteOutcome.Written },
            _ => true,
        };
        foreach (var decision in pair.Plan.Decisions)
        {
            if (decision.Issue is { } issue && !IsToldForAll(decision, issue))
            {
                pair.Issues.Add((issue.Code, issue.Field, issue.Message));
            }
        }

        if (wasCreated)
        {
            var link = new LinkBuilder(scope, pair, batch).Build();
            if (link != pair.Link)
            {
                ledger.Links.Add(link);
            }

            ledger.Journal.AddRange(PairJournal.OfOutcome(pair, scope));
            batch.Counts = PairCount.Add(batch.Counts, pair);
        }

        if (pair.MetDrift)
        {
            ledger.Notices.AddRange(PairNotices.Again(pair, scope.Now, pair.Attempts + 1, scope));
        }

        SaveIssues(pair, ledger);
    }

    // An option that the CRM lost is one issue of the connection, not one of each contact that holds it.
    private bool IsToldForAll(FieldDecision decision, PlanIssue issue) =>
        issue.Code == IssueCode.NotAnOption && scope.Map.IsLostOption(decision.Ordinal, decision.Local);

    private void SaveIssues(Pair pair, Ledger ledger)
    {
        ledger.Replanned.Add(pair.IssueKey);
        if (pair.Link is null || pair.IsMoved)
        {
            ledger.Replanned.AddRange(pair.Names);
        }

        foreach (var (code, field, message) in pair.Issues)
        {
            ledger.Issues.Add(new SyncIssue
            {
                Code = code,
                LocalId = pair.LocalId,
                CrmId = pair.CrmId,
                RecordType = pair.RecordType,
                Field = field,
                Message = message,
                Others = code is IssueCode.KeyShared or IssueCode.MatchAmbiguous or IssueCode.MatchContradictory or IssueCode.MatchClaimed or IssueCode.DuplicateIgnored
                    ? pair.Others.ToEquatableArray()
                    : default,
                At = scope.Now,
            });
        }
    }

    private sealed class Ledger
    {
        public List<ContactLink> Links { get; } = [];

        public List<string> SettledIntents { get; } = [];

        public List<PendingNotice> Consumed { get; } = [];

        public List<Notice> Notices { get; } = [];

        public List<JournalEntry> Journal { get; } = [];

        public List<string> Replanned { get; } = [];

        public List<SyncIssue> Issues { get; } = [];
    }
}
