namespace CrmMapping.Outcomes;

/// <summary>Words why a call has its outcome.</summary>
internal static class OutcomeReasons
{
    public static string Of(OutcomeExplanation why) => why.Reason switch
    {
        OutcomeReason.Rule => $"{Counted(why)} {(why.Rules.Count(static rule => rule.Counted) == 1 ? "gives" : "give")} it{Others(why)}",
        OutcomeReason.AmbiguousTags => $"{Default(why)}, as {Counted(why)} give distinct outcomes{Others(why)}",
        OutcomeReason.NoRuleInForce => $"{Default(why)}{Others(why)}",
        _ => $"{Default(why)}, as no tag of the call has a rule",
    };

    private static string Counted(OutcomeExplanation why) => OutcomeWording.All(
        why.Rules.Where(static weighed => weighed.Counted).Select(static weighed => weighed.Rule.Tag.Name));

    private static string Others(OutcomeExplanation why) => string.Concat(
        why.Rules.Where(static weighed => !weighed.Counted).Select(static weighed => $"; {Ignored(weighed)}"));

    private static string Ignored(WeighedRule weighed)
    {
        var (tag, outcome) = (OutcomeWording.Quote(weighed.Rule.Tag.Name), OutcomeWording.Quote(weighed.Rule.Outcome.Label));
        return weighed.State switch
        {
            RuleState.Waiting => $"the rule of {tag} does not count yet",
            RuleState.DeletedTag => $"the rule of {tag} does not count, as the tag was deleted",
            _ => $"the rule of {tag} does not count, as the outcome {outcome} was deleted",
        };
    }

    private static string Default(OutcomeExplanation why) => why switch
    {
        { Default: null } => $"{why.Call.Situation} has no default",
        { Outcome: null } => $"the default of {why.Call.Situation}, {OutcomeWording.Quote(why.Default.Label)}, is not there for call logging",
        _ => $"the default of {why.Call.Situation}",
    };
}
