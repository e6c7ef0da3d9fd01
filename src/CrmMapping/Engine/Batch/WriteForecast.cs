namespace CrmMapping;

/// <summary>Tells how many requests the writes of a batch take: each kind of write goes in the CRM's largest batches.</summary>
internal static class WriteForecast
{
    public static long Requests(IReadOnlyCollection<Pair> pairs, int batchSize)
    {
        var creates = pairs.Count(static pair => pair.Plan.Kind == PlanKind.CreateInCrm);
        var updates = pairs.Count(static pair => pair.Plan.Kind != PlanKind.CreateInCrm && pair.Plan.HasWritesTo(SyncSide.Crm));
        return Batches(creates, batchSize) + Batches(updates, batchSize);
    }

    private static long Batches(int writes, int batchSize) => (writes + batchSize - 1) / batchSize;
}
