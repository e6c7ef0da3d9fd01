namespace CrmMapping.Outcomes;

/// <summary>Names whether call logging goes by a rule.</summary>
public enum RuleState
{
    /// <summary>It does.</summary>
    InForce,

    /// <summary>Not yet: the rule is new, and so was its outcome.</summary>
    Waiting,

    /// <summary>It still does, although the CRM offers the outcome no more.</summary>
    Expiring,

    /// <summary>No more: the outcome was deleted.</summary>
    DeletedOutcome,

    /// <summary>Never again: the tag was deleted.</summary>
    DeletedTag,
}
