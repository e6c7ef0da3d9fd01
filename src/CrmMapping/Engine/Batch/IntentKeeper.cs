namespace CrmMapping;

/// <summary>Remembers what is about to be written, and what it was decided from, before anything is written.</summary>
internal sealed class IntentKeeper(ConnectionScope scope)
{
    public async Task RememberAsync(Batch batch, IReadOnlyCollection<Pair> pairs, CancellationToken cancellationToken)
    {
        var written = pairs.Where(static p => p.State == PairState.Open && IsWritten(p.Plan)).ToList();
        if (written.Count == 0)
        {
            return;
        }

        await scope.CommitAsync(
            scope.NewCommit() with
            {
                NewIntents = written.ConvertAll(p => Intent(p, batch)),
                Links = [.. written.Where(static p => p.IsRecalled).Select(p => Recalled(p, batch))],
                Layouts = [new(scope.Map.LayoutId, scope.Map.Layout)],
                Journal = [.. written.SelectMany(p => PairJournal.OfWrites(p, scope))],
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static bool IsWritten(ContactPlan plan) =>
        plan.Kind is PlanKind.CreateInCrm or PlanKind.CreateLocally || plan.HasWritesTo(SyncSide.Local) || plan.HasWritesTo(SyncSide.Crm);

    private WriteIntent Intent(Pair pair, Batch batch)
    {
        using var loan = batch.LendBuffers();
        var (local, crm, before) = (batch.Buffer(scope.Map.Count), batch.Buffer(scope.Map.Count), batch.Buffer(scope.Map.Count));
        var creates = Creates(pair.Plan.Kind);
        var planned = Planned(pair, batch);
        foreach (var decision in pair.Plan.Decisions)
        {
            if (creates is not null || decision.Written is not null)
            {
                local.Set(decision.Ordinal, IsHeldThere(decision, creates) ? Canonical(planned!, decision) : decision.NextLocal);
                crm.Set(decision.Ordinal, decision.NextCrm);
                before.Set(decision.Ordinal, decision.Written == SyncSide.Local ? decision.Local : decision.Crm);
            }
        }

        pair.Intents.Add(pair.IssueKey);
        return new WriteIntent
        {
            Contact = pair.IssueKey,
            RecordType = scope.RecordType,
            CrmId = pair.CrmId,
            Creates = creates,
            At = scope.Now,
            LayoutId = scope.Map.LayoutId,
            Local = local.ToSnapshot(),
            Crm = crm.ToSnapshot(),
            Before = before.ToSnapshot(),
            ToLocal = WrittenTo(SyncSide.Local, pair.Plan),
            ToCrm = WrittenTo(SyncSide.Crm, pair.Plan),
        };
    }

    private static SyncSide? Creates(PlanKind kind) => kind switch
    {
        PlanKind.CreateInCrm => SyncSide.Crm,
        PlanKind.CreateLocally => SyncSide.Local,
        _ => null,
    };

    // A property may hold a value of its own for a blank: what counts is what the host will hold.
    private RecordBuffer? Planned(Pair pair, Batch batch)
    {
        if (pair.Plan.Kind != PlanKind.CreateLocally && !pair.Plan.HasWritesTo(SyncSide.Local))
        {
            return null;
        }

        var values = batch.Buffer(scope.Map.Count);
        scope.Map.Access.Read(PlannedContact.Of(scope.Map, pair.Local?.Contact, pair.Plan.Decisions), values);
        return values;
    }

    private static bool IsHeldThere(FieldDecision decision, SyncSide? creates) =>
        decision.Written == SyncSide.Local || (creates == SyncSide.Local && decision.Issue is null);

    private FieldValue Canonical(RecordBuffer planned, FieldDecision decision) =>
        SyncPlanner.Canonical(planned, decision.Ordinal, decision.Mapping.Local.Type, scope.Context);

    private static EquatableArray<int> WrittenTo(SyncSide side, ContactPlan plan) =>
        plan.Decisions.Where(d => d.Written == side).Select(static d => d.Ordinal).ToEquatableArray();

    // What was found done would be forgotten with the intent that told of it, so it becomes the base now.
    private ContactLink Recalled(Pair pair, Batch batch)
    {
        using var loan = batch.LendBuffers();
        var (local, crm) = (batch.Buffer(scope.Map.Count), batch.Buffer(scope.Map.Count));
        for (var ordinal = 0; ordinal < scope.Map.Count; ordinal++)
        {
            CopyOrBlank(pair.AgreedLocal!, local, ordinal, isNew: pair.Link is null);
            CopyOrBlank(pair.AgreedCrm!, crm, ordinal, isNew: pair.Link is null);
        }

        var link = pair.Link ?? new ContactLink { LocalId = pair.LocalId!, RecordType = scope.RecordType, CrmId = pair.CrmId! };
        return BaseCodec.Pack(link, local, crm, pair.CrmSeen) with
        {
            CrmId = pair.CrmId!,
            LayoutId = scope.Map.LayoutId,
            Unconfirmed = pair.Unconfirmed,
            SettledStamp = null,
        };
    }

    // Of two that were never brought together, whatever they hold counts as a change.
    private static void CopyOrBlank(RecordBuffer from, RecordBuffer into, int ordinal, bool isNew)
    {
        if (isNew && from.IsUnknown(ordinal))
        {
            into.SetBlank(ordinal);
        }
        else
        {
            into.Copy(ordinal, from);
        }
    }
}
