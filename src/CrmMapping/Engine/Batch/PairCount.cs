namespace CrmMapping;

/// <summary>Counts what was done for one contact.</summary>
internal static class PairCount
{
    public static OperationCounts Add(OperationCounts counts, Pair pair)
    {
        var toLocal = pair.LocalResult is { Outcome: LocalSaveOutcome.Saved };
        var toCrm = pair.CrmResult is { Outcome: CrmWriteOutcome.Written };
        var kind = pair.Plan.Kind;
        counts = counts with
        {
            CreatedLocal = counts.CreatedLocal + One(toLocal && kind == PlanKind.CreateLocally),
            CreatedCrm = counts.CreatedCrm + One(toCrm && kind == PlanKind.CreateInCrm),
            UpdatedLocal = counts.UpdatedLocal + One(toLocal && kind != PlanKind.CreateLocally),
            UpdatedCrm = counts.UpdatedCrm + One(toCrm && kind != PlanKind.CreateInCrm),
            Linked = counts.Linked + One(kind == PlanKind.Link),
            Cleared = counts.Cleared + One(Clears(pair.Plan)),
        };
        foreach (var decision in pair.Plan.Decisions)
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

    private static int One(bool happened) => happened ? 1 : 0;
}
