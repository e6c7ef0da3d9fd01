namespace CrmMapping;

/// <summary>Holds the four values of one field that a decision is made from, all canonical.</summary>
internal readonly struct MetValues
{
    public required int Ordinal { get; init; }

    public required FieldMapping Mapping { get; init; }

    public required FieldValue Local { get; init; }

    public required FieldValue Crm { get; init; }

    public required FieldValue AgreedLocal { get; init; }

    public required FieldValue AgreedCrm { get; init; }

    /// <summary>Gets whether the pair has no base for the field because it is brought together for the first time.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>Gets whether the two were ever brought together under the mapping.</summary>
    public bool HasBase => !AgreedLocal.IsUnknown && !AgreedCrm.IsUnknown;

    public bool LocalChanged => Local != AgreedLocal;

    public bool CrmChanged => Crm != AgreedCrm;

    /// <summary>Makes the decision by which nothing is written and both values become the base.</summary>
    public FieldDecision Rest(PlanReason reason) => Decide(reason, Local, Crm);

    /// <summary>Makes the decision by which one side is written; what it will hold becomes the base.</summary>
    public FieldDecision Write(SyncSide side, PlanReason reason, FieldValue value) => side == SyncSide.Crm
        ? Decide(reason, Local, value, side, value)
        : Decide(reason, value, Crm, side, value);

    /// <summary>Makes the decision by which nothing is written and the base stays.</summary>
    /// <remarks>
    /// Where there is no base yet, one that differs keeps both values counting as changes until they are brought together; a blank
    /// counts only where it may overwrite on a first link.
    /// </remarks>
    public FieldDecision Stay(PlanReason reason, PlanIssue? issue = null) => Decide(
        reason,
        !IsFirst && HasBase ? AgreedLocal : Local.IsBlank && Mapping.BlankToCrm == BlankRule.Always ? Crm : FieldValue.Blank,
        !IsFirst && HasBase ? AgreedCrm : Crm.IsBlank && Mapping.BlankToLocal == BlankRule.Always ? Local : FieldValue.Blank,
        issue: issue);

    private FieldDecision Decide(
        PlanReason reason, FieldValue nextLocal, FieldValue nextCrm,
        SyncSide? written = null, FieldValue newValue = default, PlanIssue? issue = null) => new()
        {
            Ordinal = Ordinal,
            Mapping = Mapping,
            Reason = reason,
            Written = written,
            NewValue = newValue,
            Issue = issue,
            Local = Local,
            Crm = Crm,
            AgreedLocal = AgreedLocal,
            AgreedCrm = AgreedCrm,
            NextLocal = nextLocal,
            NextCrm = nextCrm,
        };
}
