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

    public bool LocalChanged => Local != AgreedLocal;

    public bool CrmChanged => Crm != AgreedCrm;

    /// <summary>Makes the decision by which nothing is written and both values become the base.</summary>
    public FieldDecision Rest(PlanReason reason) => Draft(reason) with { NextLocal = Local, NextCrm = Crm };

    /// <summary>Makes the decision by which nothing is written and the base stays.</summary>
    /// <remarks>
    /// Where there is no base yet, one that differs keeps both values counting as changes until they are brought together; a blank
    /// counts only where it may overwrite on a first link.
    /// </remarks>
    public FieldDecision Stay(PlanReason reason, PlanIssue? issue = null) => Draft(reason) with
    {
        NextLocal = !IsFirst ? AgreedLocal : Local.IsBlank && Mapping.BlankToCrm == BlankRule.Always ? Crm : FieldValue.Blank,
        NextCrm = !IsFirst ? AgreedCrm : Crm.IsBlank && Mapping.BlankToLocal == BlankRule.Always ? Local : FieldValue.Blank,
        Issue = issue,
    };

    private FieldDecision Draft(PlanReason reason) => new()
    {
        Ordinal = Ordinal,
        Mapping = Mapping,
        Reason = reason,
        Local = Local,
        Crm = Crm,
        AgreedLocal = AgreedLocal,
        AgreedCrm = AgreedCrm,
    };
}
