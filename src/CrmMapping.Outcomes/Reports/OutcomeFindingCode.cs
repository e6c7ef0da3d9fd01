namespace CrmMapping.Outcomes;

/// <summary>Names what should be known of a rule or a default. The names are for ever.</summary>
public enum OutcomeFindingCode
{
    /// <summary>The rule decides no call: its tag was deleted.</summary>
    DeletedTag,

    /// <summary>The rule decides no call: its outcome was deleted.</summary>
    DeletedOutcome,

    /// <summary>The rule decides no call otherwise than without it: its outcome is every situation's default, and no rule gives another one.</summary>
    ChangesNothing,

    /// <summary>The rule never sets an outcome: its outcome is every situation's default. It only keeps rules of other outcomes from counting.</summary>
    OnlyContradicts,

    /// <summary>The rule does not count yet, as its outcome was created or renamed shortly before it was added.</summary>
    Waiting,

    /// <summary>The rule will soon count no more: its outcome was deleted.</summary>
    Expiring,

    /// <summary>The default's outcome was deleted, so that the situation's calls are logged without one, at once or soon.</summary>
    DeletedDefault,
}
