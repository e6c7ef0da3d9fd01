namespace CrmMapping;

/// <summary>Counts what was done for one contact.</summary>
internal static class PairCount
{
    public static OperationCounts Add(OperationCounts counts, Pair pair)
    {
        var toLocal = pair.LocalResult is { Outcome: LocalSaveOutcome.Saved };
        var toCrm = pair.CrmResult is { Outcome: CrmWriteOutcome.Written };
        var kind = pair.Plan.Kind;
        return AddDecisions(
            counts with
            {
                CreatedLocal = counts.CreatedLocal + One(toLocal && kind == PlanKind.CreateLocally),
                CreatedCrm = counts.CreatedCrm + One(toCrm && kind == PlanKind.CreateInCrm),
                UpdatedLocal = counts.UpdatedLocal + One(toLocal && kind != PlanKind.CreateLocally),
                UpdatedCrm = counts.UpdatedCrm + One(toCrm && kind != PlanKind.CreateInCrm),
                Linked = counts.Linked + One(kind == PlanKind.Link && !pair.IsMoved),
                Cleared = counts.Cleared + One(Clears(pair.Plan)),
            },
            pair.Plan);
    }

    /// <summary>Counts what would be done for one contact.</summary>
    public static OperationCounts AddPlanned(OperationCounts counts, Pair pair)
    {
        var (toLocal, toCrm) = (pair.Plan.HasWritesTo(SyncSide.Local), pair.Plan.HasWritesTo(SyncSide.Crm));
        var kind = pair.Plan.Kind;
        return AddDecisions(
            counts with
            {
                Planned = counts.Planned + 1,
                CreatedLocal = counts.CreatedLocal + One(kind == PlanKind.CreateLocally),
                CreatedCrm = counts.CreatedCrm + One(kind == PlanKind.CreateInCrm),
                UpdatedLocal = counts.UpdatedLocal + One(toLocal && kind is PlanKind.Update or PlanKind.Link),
                UpdatedCrm = counts.UpdatedCrm + One(toCrm && kind is PlanKind.Update or PlanKind.Link),
                Linked = counts.Linked + One(kind == PlanKind.Link && !pair.IsMoved),
                Cleared = counts.Cleared + One(Clears(pair.Plan)),
                Unlinked = counts.Unlinked + One(pair.State is PairState.Ended or PairState.Staged),
                Issues = counts.Issues + pair.Issues.Count + pair.Plan.Issues.Count,
            },
            pair.Plan);
    }

    public static bool Clears(ContactPlan plan)
    {
        foreach (var decision in plan.Decisions.AsSpan())
        {
            if (decision is { Written: not null, NewValue.IsBlank: true })
            {
                return true;
            }
        }

        return false;
    }

    private static OperationCounts AddDecisions(OperationCounts counts, ContactPlan plan)
    {
        foreach (var decision in plan.Decisions)
        {
            counts = decision.Conflict?.Winner switch
            {
                ConflictWinner.Crm => counts with { ConflictsWonByCrm = counts.ConflictsWonByCrm + 1 },
                ConflictWinner.Local => counts with { ConflictsWonByLocal = counts.ConflictsWonByLocal + 1 },
                ConflictWinner.Parked => counts with { ConflictsParked = counts.ConflictsParked + 1 },
                _ => counts,
            };
        }

        return counts;
    }

    private static int One(bool happened) => happened ? 1 : 0;
}
