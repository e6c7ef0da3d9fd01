namespace CrmMapping;

/// <summary>Says what is to be written to bring one contact together on both sides. Compares by value, prints as a diff.</summary>
public sealed record ContactPlan
{
    internal ContactPlan(PlanKind kind, EquatableArray<FieldDecision> decisions, bool needsFieldTimes = false)
    {
        Kind = kind;
        Decisions = decisions;
        NeedsFieldTimes = needsFieldTimes;
    }

    /// <summary>Gets the plan by which nothing is done.</summary>
    public static ContactPlan Nothing { get; } = new(PlanKind.Nothing, []);

    /// <summary>Gets what the plan is about.</summary>
    public PlanKind Kind { get; }

    /// <summary>Gets what was decided, for each field of which anything was to be decided.</summary>
    public EquatableArray<FieldDecision> Decisions { get; }

    /// <summary>Gets whether a conflict's policy asks for the fields' own times: they are to be read, and the contact planned again.</summary>
    public bool NeedsFieldTimes { get; }

    /// <summary>Gets what is written to the CRM.</summary>
    public IReadOnlyList<FieldWrite> WritesToCrm => Writes(SyncSide.Crm);

    /// <summary>Gets what is written to the local side.</summary>
    public IReadOnlyList<FieldWrite> WritesToLocal => Writes(SyncSide.Local);

    /// <summary>Gets the fields that changed on both sides, and who won.</summary>
    public IReadOnlyList<PlannedConflict> Conflicts =>
    [
        .. from decision in Decisions
           let conflict = decision.Conflict.GetValueOrDefault()
           where decision.Conflict is not null
           select new PlannedConflict(
               decision.Mapping.Local.Key, decision.Mapping.Crm.Key, decision.Local, decision.Crm,
               conflict.Winner, conflict.Reason, conflict.Evidence),
    ];

    /// <summary>Gets what could not be done.</summary>
    public IReadOnlyList<PlanIssue> Issues => [.. Decisions.Where(d => d.Issue is not null).Select(d => d.Issue!)];

    internal bool HasWritesTo(SyncSide side)
    {
        foreach (var decision in Decisions.AsSpan())
        {
            if (decision.Written == side)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Draws the plan as a diff, a field a line.</summary>
    /// <returns>The text; <c>nothing to do</c> when there is nothing.</returns>
    public override string ToString() => PlanText.Of(this);

    private List<FieldWrite> Writes(SyncSide side)
    {
        var writes = new List<FieldWrite>();
        foreach (var decision in Decisions.AsSpan())
        {
            if (decision.Written == side)
            {
                var old = side == SyncSide.Crm ? decision.Crm : decision.Local;
                writes.Add(new(decision.Mapping.Local.Key, decision.Mapping.Crm.Key, old, decision.NewValue, decision.Reason));
            }
        }

        return writes;
    }
}
