namespace CrmMapping;

/// <summary>Decides one field of a linked pair: the three-way merge.</summary>
internal static class PairPlanner
{
    public static FieldDecision? Decide(
        in MetValues met, in RecordEvidence evidence, PlanContext context, out bool needsTimes)
    {
        needsTimes = false;

        if (!met.IsFirst && !met.HasBase)
        {
            return NewlyMapped(met, evidence, context, out needsTimes);
        }

        if (!met.IsFirst && !met.LocalChanged && !met.CrmChanged)
        {
            return null;
        }

        if (ValueTransfer.Correspond(met.Mapping, met.Local, met.Crm, context))
        {
            return met.Rest(PlanReason.Agreed);
        }

        var direction = context.OnUpdate(met.Ordinal);
        var decision = met.IsFirst ? First(met, direction, evidence, context, out needsTimes)
            : met.LocalChanged && met.CrmChanged ? Both(met, direction, evidence, context, out needsTimes)
            : met.LocalChanged ? LocalOnly(met, direction, context)
            : CrmOnly(met, direction, context);
        return WaitsForPerson(met, direction, decision, context) ? null : decision;
    }

    // A field that was mapped after the pair was linked starts from where the two stand, unless it is applied on request. Where an admin
    // chose it, what is known to have changed since that was saved is a change like any other.
    private static FieldDecision? NewlyMapped(
        in MetValues met, in RecordEvidence evidence, PlanContext context, out bool needsTimes)
    {
        needsTimes = false;
        var isChosen = met.Mapping is { Origin: MappingOrigin.Admin } or { TargetOrigin: MappingOrigin.Admin };
        if (!isChosen || context.Map.SavedAt is not { } since || ValueTransfer.Correspond(met.Mapping, met.Local, met.Crm, context))
        {
            return met.Rest(PlanReason.Drift);
        }

        var direction = context.OnUpdate(met.Ordinal);
        var times = evidence.Of(met.Mapping, EvidenceRule.FieldTimes);
        var (localChanged, crmChanged) = (times.Local.IsOfFieldSince(since), times.Crm.IsOfFieldSince(since));
        needsTimes = !crmChanged && direction.GoesFromCrm && !evidence.HistoryWasRead && evidence.CrmModifiedAt >= since;
        var decision = (localChanged, crmChanged) switch
        {
            (true, true) => Both(met, direction, evidence, context, out needsTimes),
            (true, false) => LocalOnly(met, direction, context),
            (false, true) => CrmOnly(met, direction, context),
            _ => met.Rest(PlanReason.Drift),
        };
        return WaitsForPerson(met, direction, decision, context) ? null : decision;
    }

    // An owner kept in a text property changes hands only when a person asks for the contact; until then value and base stay.
    private static bool WaitsForPerson(in MetValues met, SyncDirection direction, FieldDecision decision, PlanContext context) =>
        met.Mapping.Special == SpecialField.Owner
        && met.Mapping.Crm.Type != FieldType.Owner
        && context.Trigger != PlanTrigger.Manual
        && direction.GoesFromCrm
        && (met.IsFirst || met.CrmChanged)
        && decision is not ({ Written: SyncSide.Crm } or { Reason: PlanReason.Agreed });

    private static FieldDecision First(
        in MetValues met, SyncDirection direction, in RecordEvidence evidence, PlanContext context, out bool needsTimes)
    {
        needsTimes = false;
        if (met.Local.IsBlank && met.Mapping.BlankToCrm != BlankRule.Always)
        {
            return direction.GoesFromCrm ? WriteLocal(met, PlanReason.Filled, context) : met.Rest(PlanReason.Drift);
        }

        if (met.Crm.IsBlank && met.Mapping.BlankToLocal != BlankRule.Always)
        {
            return direction.GoesToCrm ? WriteCrm(met, PlanReason.Filled, context) : met.Rest(PlanReason.Drift);
        }

        return direction switch
        {
            SyncDirection.Bidirectional => Conflict(met, evidence, context, out needsTimes),
            SyncDirection.ToCrm => WriteCrm(met, PlanReason.SourceWins, context),
            SyncDirection.FromCrm => WriteLocal(met, PlanReason.SourceWins, context),
            _ => met.Rest(PlanReason.Drift),
        };
    }

    private static FieldDecision Both(
        in MetValues met, SyncDirection direction, in RecordEvidence evidence, PlanContext context, out bool needsTimes)
    {
        needsTimes = false;
        return direction switch
        {
            SyncDirection.Bidirectional => Conflict(met, evidence, context, out needsTimes),
            SyncDirection.ToCrm => WriteCrm(met, PlanReason.LocalChanged, context),
            SyncDirection.FromCrm => WriteLocal(met, PlanReason.CrmChanged, context),
            _ => met.Rest(PlanReason.Drift),
        };
    }

    private static FieldDecision LocalOnly(in MetValues met, SyncDirection direction, PlanContext context) =>
        direction.GoesToCrm ? WriteCrm(met, PlanReason.LocalChanged, context)
        : direction.GoesFromCrm && met.Mapping.Enforces ? WriteLocal(met, PlanReason.Enforced, context)
        : met.Rest(PlanReason.Drift);

    private static FieldDecision CrmOnly(in MetValues met, SyncDirection direction, PlanContext context) =>
        direction.GoesFromCrm ? WriteLocal(met, PlanReason.CrmChanged, context)
        : direction.GoesToCrm && met.Mapping.Enforces ? WriteCrm(met, PlanReason.Enforced, context)
        : met.Rest(PlanReason.Drift);

    private static FieldDecision Conflict(
        in MetValues met, in RecordEvidence evidence, PlanContext context, out bool needsTimes)
    {
        needsTimes = false;
        if (IsHeldBack(met, met.Crm, met.Local, met.Mapping.BlankToCrm) && IsHeldBack(met, met.Local, met.Crm, met.Mapping.BlankToLocal))
        {
            // Neither side may be written, so there is nothing to win.
            return met.Rest(PlanReason.HeldBack);
        }

        var times = evidence.Of(met.Mapping, context.Settings.Evidence);
        var conflict = new FieldConflict(met.Mapping, met.Local, met.Crm, met.AgreedLocal, met.AgreedCrm, times);
        if (!TryResolve(conflict, out var decision, out var failure))
        {
            return met.Stay(PlanReason.Parked, failure) with { Conflict = decision, Evidence = times };
        }

        needsTimes = !evidence.HistoryWasRead && met.Mapping.Conflict.AsksForTimes(times);
        var planned = decision.Winner switch
        {
            ConflictWinner.Local => WriteCrm(met, PlanReason.LocalWon, context),
            ConflictWinner.Crm => WriteLocal(met, PlanReason.CrmWon, context),
            _ => met.Stay(PlanReason.Parked, PlanMessages.Parked(met.Mapping)),
        };
        return planned with { Conflict = decision, Evidence = times };
    }

    // A policy may be the host's code: where it fails, its field waits for a person and the others go on.
    private static bool TryResolve(in FieldConflict conflict, out ConflictDecision decision, out PlanIssue? failure)
    {
        failure = null;
        try
        {
            decision = ConflictResolver.Resolve(conflict);
        }
        catch (Exception thrown)
        {
            decision = new(ConflictWinner.Parked, ConflictReason.Code, conflict.Evidence);
            failure = PlanMessages.PolicyFailed(conflict.Mapping, thrown);
        }

        return failure is null;
    }

    private static FieldDecision WriteCrm(in MetValues met, PlanReason reason, PlanContext context)
    {
        if (IsHeldBack(met, met.Crm, met.Local, met.Mapping.BlankToCrm))
        {
            return met.Rest(PlanReason.HeldBack);
        }

        var transfer = ValueTransfer.ToCrm(met.Mapping, met.Local, context);
        return transfer.Issue is { } issue ? met.Stay(PlanReason.Refused, issue)
            : transfer.Value == met.Crm ? met.Rest(PlanReason.Agreed)
            : met.Write(SyncSide.Crm, reason, transfer.Value);
    }

    private static FieldDecision WriteLocal(in MetValues met, PlanReason reason, PlanContext context)
    {
        if (IsHeldBack(met, met.Local, met.Crm, met.Mapping.BlankToLocal))
        {
            return met.Rest(PlanReason.HeldBack);
        }

        var transfer = ValueTransfer.ToLocal(met.Mapping, met.Crm, context);
        return transfer.Issue is { } issue ? met.Stay(PlanReason.Refused, issue)
            : transfer.Value == met.Local ? met.Rest(PlanReason.Agreed)
            : met.Write(SyncSide.Local, reason, transfer.Value);
    }

    private static bool IsHeldBack(in MetValues met, FieldValue target, FieldValue source, BlankRule blank) =>
        met.Mapping.Writes == WriteRule.OnCreateOnly
        || (met.Mapping.Writes == WriteRule.FillWhenBlank && target.HasValue)
        || (source.IsBlank && target.HasValue && blank == BlankRule.Never);
}
