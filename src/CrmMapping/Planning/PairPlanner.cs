namespace CrmMapping;

/// <summary>Decides one field of a linked pair: the three-way merge.</summary>
internal static class PairPlanner
{
    public static FieldDecision? Decide(
        in MetValues met, in RecordEvidence evidence, PlanContext context, out bool needsTimes)
    {
        needsTimes = false;
        if (WaitsForPerson(met, context))
        {
            return null;
        }

        // A field that was mapped after the pair was linked starts from where the two stand, unless it is applied on request.
        if (!met.IsFirst && (met.AgreedLocal.IsUnknown || met.AgreedCrm.IsUnknown))
        {
            return met.Rest(PlanReason.Drift);
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
        return met.IsFirst ? First(met, direction, evidence, context, out needsTimes)
            : met.LocalChanged && met.CrmChanged ? Both(met, direction, evidence, context, out needsTimes)
            : met.LocalChanged ? LocalOnly(met, direction, context)
            : CrmOnly(met, direction, context);
    }

    // An owner kept in a text property changes hands only when a person asks for the contact.
    private static bool WaitsForPerson(in MetValues met, PlanContext context) =>
        met.Mapping.Special == SpecialField.Owner
        && met.Mapping.Crm.Type != FieldType.Owner
        && context.Trigger != PlanTrigger.Manual
        && !met.IsFirst && met.CrmChanged && !met.LocalChanged;

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
        var times = evidence.Of(met.Mapping, context.Settings.Evidence);
        var decision = ConflictResolver.Resolve(
            new FieldConflict(met.Mapping, met.Local, met.Crm, met.AgreedLocal, met.AgreedCrm, times));
        needsTimes = met.Mapping.Conflict.AsksForTimes
            && !evidence.HistoryWasRead && times.Crm.Certainty != TimeCertainty.Field;
        var planned = decision.Winner switch
        {
            ConflictWinner.Local => WriteCrm(met, PlanReason.LocalWon, context),
            ConflictWinner.Crm => WriteLocal(met, PlanReason.CrmWon, context),
            _ => met.Stay(PlanReason.Parked, PlanMessages.Parked(met.Mapping)),
        };
        return planned with { Conflict = decision };
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
            : met.Rest(reason) with { Written = SyncSide.Crm, NewValue = transfer.Value, NextCrm = transfer.Value };
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
            : met.Rest(reason) with { Written = SyncSide.Local, NewValue = transfer.Value, NextLocal = transfer.Value };
    }

    private static bool IsHeldBack(in MetValues met, FieldValue target, FieldValue source, BlankRule blank) =>
        met.Mapping.Writes == WriteRule.OnCreateOnly
        || (met.Mapping.Writes == WriteRule.FillWhenBlank && target.HasValue)
        || (source.IsBlank && target.HasValue && blank == BlankRule.Never);
}
