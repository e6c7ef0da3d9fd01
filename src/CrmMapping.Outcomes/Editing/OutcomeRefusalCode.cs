namespace CrmMapping.Outcomes;

/// <summary>Names why an edit of outcomes was refused. The names are for ever.</summary>
public enum OutcomeRefusalCode
{
    /// <summary>There is no such tag.</summary>
    UnknownTag,

    /// <summary>The tag was deleted.</summary>
    TagDeleted,

    /// <summary>The tag has a rule already.</summary>
    TagHasRule,

    /// <summary>The CRM has no such outcome.</summary>
    UnknownOutcome,

    /// <summary>The CRM offers the outcome no more.</summary>
    OutcomeDeleted,

    /// <summary>The tag has no rule.</summary>
    NoSuchRule,

    /// <summary>Several tags or outcomes bear the name.</summary>
    NameNotUnique,
}
