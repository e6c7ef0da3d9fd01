namespace CrmMapping;

/// <summary>Writes what was planned for a batch as lines of a preview.</summary>
internal static class PlannedContacts
{
    /// <summary>Gives the contacts of which there is something to say.</summary>
    public static IEnumerable<Pair> Worth(Batch batch) => batch.All.Where(static pair =>
        pair.State is not (PairState.Settled or PairState.Skipped) && (IsEnd(pair) || pair.Issues.Count > 0 || Says(pair.Plan)));

    public static OperationLine Line(Pair pair) => new()
    {
        Kind = OperationLineKind.Planned,
        LocalId = pair.LocalId,
        CrmId = pair.CrmId,
        RecordType = pair.RecordType,
        Text = $"{Preview(pair)}{(IsEnd(pair) ? $"\n  {EngineMessages.LinkEnds}" : "")}",
        Fingerprint = PlanMark.Of(pair),
    };

    public static ContactPreview Preview(Pair pair) => new(
        pair.LocalId, pair.CrmId, pair.Plan, [.. pair.Issues.Select(static i => new PlanIssue(i.Code, i.Field ?? "", i.Message))]);

    private static bool Says(ContactPlan plan) => plan.Kind switch
    {
        PlanKind.Nothing => false,
        PlanKind.Update => plan.Decisions.Any(static decision => decision.Written is not null || decision.Issue is not null),
        _ => true,
    };

    private static bool IsEnd(Pair pair) => pair.State is PairState.Ended or PairState.Staged;
}
