namespace CrmMapping.Outcomes;

/// <summary>Says of one rule whether it counted for a call.</summary>
/// <param name="Rule">The rule of one of the call's tags.</param>
/// <param name="State">Whether call logging went by it, and if not, why not.</param>
public sealed record WeighedRule(OutcomeRule Rule, RuleState State)
{
    /// <summary>Gets whether it counted.</summary>
    public bool Counted => State is RuleState.InForce or RuleState.Expiring;
}
