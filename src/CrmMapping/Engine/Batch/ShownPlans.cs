namespace CrmMapping;

/// <summary>Holds back the contacts whose plan is no longer the one that a person was shown.</summary>
internal static class ShownPlans
{
    public static void HoldBackOthers(Batch batch)
    {
        foreach (var pair in batch.Pairs.Where(static pair => pair.ShownPlan is { } shown && shown != PlanMark.Of(pair)))
        {
            pair.State = PairState.Skipped;
            batch.Counts = batch.Counts with { Moved = batch.Counts.Moved + 1 };
            batch.Lines.Add(new OperationLine
            {
                Kind = OperationLineKind.Moved,
                LocalId = pair.LocalId,
                CrmId = pair.CrmId,
                Text = EngineMessages.MovedSincePreview,
            });
        }
    }
}
