namespace CrmMapping.Outcomes;

/// <summary>Says what was read of JSON: rules, or everything that is wrong with it.</summary>
public sealed record OutcomeRulesReading
{
    /// <summary>Gets the rules; null when something is wrong.</summary>
    public OutcomeRules? Rules { get; internal init; }

    /// <summary>Gets everything that is wrong, each with its place; empty when nothing is.</summary>
    public EquatableArray<ImportRefusal> Refusals { get; internal init; }

    /// <summary>Shows what was read in words.</summary>
    /// <returns>The table of the rules, or a refusal a line.</returns>
    public override string ToString() =>
        Rules?.ToString() ?? string.Join('\n', Refusals.Select(static refusal => refusal.ToString()));
}
