using System.Text;

namespace CrmMapping;

/// <summary>Draws plans for people: local side left, CRM right, an arrow the way the value flows.</summary>
internal static class PlanText
{
    public static string Of(ContactPlan plan)
    {
        var text = new StringBuilder(Headline(plan));
        var widths = (
            Local: plan.Decisions.Select(static d => d.Mapping.Local.Key.Length).DefaultIfEmpty().Max(),
            Crm: plan.Decisions.Select(static d => d.Mapping.Crm.Key.Length).DefaultIfEmpty().Max());
        foreach (var decision in plan.Decisions)
        {
            text.Append("\n  ").Append(decision.Mapping.Local.Key.PadRight(widths.Local))
                .Append(' ').Append(Arrow(decision)).Append(' ')
                .Append(decision.Mapping.Crm.Key.PadRight(widths.Crm)).Append("  ").Append(What(decision));
        }

        return text.ToString();
    }

    private static string Headline(ContactPlan plan) => plan.Kind switch
    {
        PlanKind.CreateInCrm => "create in the CRM",
        PlanKind.CreateLocally => "create locally",
        PlanKind.Link => "link",
        PlanKind.Update when plan.Decisions.AsSpan().IsEmpty => "nothing to do",
        PlanKind.Update => "update",
        _ => "nothing to do",
    };

    private static string Arrow(FieldDecision decision) => decision switch
    {
        { Written: SyncSide.Crm } => "→",
        { Written: SyncSide.Local } => "←",
        { Issue: not null } => "⚠",
        { Reason: PlanReason.Agreed } => "=",
        _ => "·",
    };

    private static string What(FieldDecision decision)
    {
        var why = Why(decision);
        return decision switch
        {
            { Written: SyncSide.Crm } => $"{decision.Crm} ⇒ {decision.NewValue}  {why}",
            { Written: SyncSide.Local } => $"{decision.Local} ⇒ {decision.NewValue}  {why}",
            { Issue: { } issue } => $"{issue.Code}: {issue.Message}",
            _ => why,
        };
    }

    private static string Why(FieldDecision decision) => decision.Reason switch
    {
        PlanReason.LocalChanged => "changed locally",
        PlanReason.CrmChanged => "changed in the CRM",
        PlanReason.Agreed => "both hold the same",
        PlanReason.CrmWon => $"conflict: the CRM wins ({Because(decision)}) over {decision.Local}",
        PlanReason.LocalWon => $"conflict: the local side wins ({Because(decision)}) over {decision.Crm}",
        PlanReason.Parked => "conflict: waits for a person",
        PlanReason.Filled => "was blank",
        PlanReason.SourceWins => "the mapping's source wins",
        PlanReason.Enforced => "drift set right",
        PlanReason.Created => decision.Written is null ? "left out" : "new",
        PlanReason.Drift => "drift, left alone",
        PlanReason.HeldBack => "held back",
        PlanReason.Together => $"goes with the rest of '{decision.Mapping.Crm.PartOf}'",
        _ => decision.Reason.ToString(),
    };

    private static string Because(FieldDecision decision) => decision.Conflict?.Reason switch
    {
        ConflictReason.OtherIsBlank => "the other is blank",
        ConflictReason.Later => "it is later",
        ConflictReason.LaterOrUnproved => "it is later, or nothing proves otherwise",
        ConflictReason.Code => "the host's code",
        _ => "policy",
    };
}
