namespace CrmMapping;

/// <summary>Holds back the contacts whose plan is no longer the one that a person was shown.</summary>
internal static class ShownPlans
{
    public static void HoldBackOthers(Batch batch)
    {
        // Where writes were begun and cut off, it is by these that the contact stands otherwise: they are brought to their end.
        foreach (var pair in batch.All.Where(static p => p is { ShownPlan: { } shown, Intents.Count: 0 } && shown != PlanMark.Of(p)))
        {
            pair.State = PairState.Skipped;
            batch.Counts = batch.Counts with { Moved = batch.Counts.Moved + 1 };
            batch.Lines.Add(new OperationLine
            {
                Kind = OperationLineKind.Moved,
                LocalId = pair.LocalId,
                CrmId = pair.CrmId,
                RecordType = pair.RecordType,
                Text = EngineMessages.MovedSincePreview,
            });
        }
    }
}
