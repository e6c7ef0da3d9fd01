using NodaTime;

namespace CrmMapping;

/// <summary>Turns what became of a batch's contacts into the one commit that saves it.</summary>
internal sealed class BatchSaver(ConnectionScope scope)
{
    // Deletes wait here until those of the whole cycle are counted; a crash lets them come back by themselves.
    private static readonly Duration StagedFor = Duration.FromMinutes(5);

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

        ledger.Notices.AddRange(batch.Notices);
        return scope.NewCommit() with
        {
            Links = ledger.Links,
            Layouts = ledger.Links.Count > 0 ? [new(scope.Map.LayoutId, scope.Map.Layout)] : [],
            SettledIntents = batch.SettledIntents,
            Consumed = ledger.Consumed,
            Notices = ledger.Notices,
            Journal = ledger.Journal,
            Replanned = ledger.Replanned,
            Issues = ledger.Issues,
            Positions = batch.Positions,
        };
    }

    private void Save(Pair pair, Batch batch, Ledger ledger)
    {
        switch (pair.State)
        {
            case PairState.Settled or PairState.Skipped:
                break;
            case PairState.Staged:
                ledger.Notices.Add(Again(pair, scope.Now + StagedFor, pair.Attempts) with { Kind = pair.IsErased ? NoticeKind.Erased : NoticeKind.Deleted });
                break;
            case PairState.Retry:
                SaveRetry(pair, ledger);
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
                ledger.Journal.Add(Entry(pair, PlanReason.Unlinked));
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

    private void SaveRetry(Pair pair, Ledger ledger)
    {
        var failed = pair.LocalResult is { Outcome: LocalSaveOutcome.Changed }
            || pair.CrmResult is { Outcome: CrmWriteOutcome.Failed or CrmWriteOutcome.NotFound or CrmWriteOutcome.AlreadyExists };
        var attempts = pair.Attempts + (failed ? 1 : 0);
        if (attempts < scope.Connection.Settings.MaxAttempts)
        {
            ledger.Notices.Add(Again(pair, pair.RetryAt ?? scope.Now, attempts));
            return;
        }

        pair.Issues.Add(EngineMessages.Quarantined(attempts, pair.CrmResult?.Message));
        SaveIssues(pair, ledger);
    }

    private Notice Again(Pair pair, Instant at, int attempts) => new()
    {
        Connection = scope.Connection.Name,
        Side = pair.LocalId is null ? SyncSide.Crm : SyncSide.Local,
        RecordType = scope.RecordType,
        Id = pair.LocalId ?? pair.CrmId!,
        Priority = pair.IsManual ? NoticePriority.Manual : NoticePriority.Retry,
        NotBefore = at,
        Attempts = attempts,
    };

    private void SaveWorked(Pair pair, Batch batch, Ledger ledger)
    {
        var wasCreated = pair.Plan.Kind switch
        {
            PlanKind.CreateLocally => pair.LocalResult is { Outcome: LocalSaveOutcome.Saved },
            PlanKind.CreateInCrm => pair.CrmResult is { Outcome: CrmWriteOutcome.Written },
            _ => true,
        };
        foreach (var issue in pair.Plan.Issues)
        {
            pair.Issues.Add((issue.Code, issue.Field, issue.Message));
        }

        if (wasCreated)
        {
            var link = new LinkBuilder(scope, pair, batch).Build();
            if (link != pair.Link)
            {
                ledger.Links.Add(link);
            }

            SaveJournal(pair, ledger);
            batch.Counts = PairCount.Add(batch.Counts, pair);
        }

        SaveIssues(pair, ledger);
    }

    private void SaveIssues(Pair pair, Ledger ledger)
    {
        ledger.Replanned.Add(pair.IssueKey);
        if (pair is { LocalId: not null, CrmId: { } crmId, Link: null })
        {
            ledger.Replanned.Add($"crm:{crmId}");
        }

        foreach (var (code, field, message) in pair.Issues)
        {
            ledger.Issues.Add(new SyncIssue
            {
                Code = code,
                LocalId = pair.LocalId,
                CrmId = pair.CrmId,
                Field = field,
                Message = message,
                At = scope.Now,
            });
        }
    }

    private void SaveJournal(Pair pair, Ledger ledger)
    {
        if (pair.Plan.Kind is PlanKind.CreateInCrm or PlanKind.CreateLocally)
        {
            // The base beside it holds the values of a create.
            ledger.Journal.Add(Entry(pair, PlanReason.Created) with
            {
                Written = pair.Plan.Kind == PlanKind.CreateInCrm ? SyncSide.Crm : SyncSide.Local,
            });
            return;
        }

        if (pair.Plan.Kind == PlanKind.Link)
        {
            ledger.Journal.Add(Entry(pair, PlanReason.Linked));
        }

        foreach (var decision in pair.Plan.Decisions)
        {
            if (decision.Written is not null || decision.Reason is PlanReason.Parked or PlanReason.Refused)
            {
                ledger.Journal.Add(Entry(pair, decision.Reason) with
                {
                    Field = decision.Mapping.Local.Key,
                    Written = decision.Written,
                    Local = decision.Local,
                    Crm = decision.Crm,
                    AgreedLocal = decision.AgreedLocal,
                    AgreedCrm = decision.AgreedCrm,
                    Evidence = decision.Conflict?.Evidence ?? default,
                });
            }
        }
    }

    private JournalEntry Entry(Pair pair, PlanReason reason) => new()
    {
        At = scope.Now,
        LocalId = pair.LocalId!,
        CrmId = pair.CrmId,
        Reason = reason,
        Stamp = scope.Context.Stamp,
    };

    private sealed class Ledger
    {
        public List<ContactLink> Links { get; } = [];

        public List<PendingNotice> Consumed { get; } = [];

        public List<Notice> Notices { get; } = [];

        public List<JournalEntry> Journal { get; } = [];

        public List<string> Replanned { get; } = [];

        public List<SyncIssue> Issues { get; } = [];
    }
}
