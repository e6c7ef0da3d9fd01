namespace CrmMapping.Outcomes;

/// <summary>Gives tags and outcomes the names that they have now; deleted ones keep those they had when they were last seen.</summary>
internal static class CurrentNames
{
    /// <summary>Gives the same rules under the names of now. What is of one outcome shares one name, so that outcomes compare by reference.</summary>
    public static OutcomeRules Of(OutcomeRules rules)
    {
        var names = rules.Outcomes.Outcomes.ToDictionary(static outcome => outcome.Id, static outcome => outcome.Name, StringComparer.Ordinal);
        return rules with
        {
            Defaults = rules.Defaults.Select(entry => entry with { Outcome = Now(entry.Outcome) }).ToEquatableArray(),
            Rules = rules.Rules
                .Select(rule => rule with { Tag = rules.Tags.Find(rule.Tag.Id) ?? rule.Tag, Outcome = Now(rule.Outcome) })
                .ToEquatableArray(),
        };

        OutcomeName Now(OutcomeName outcome)
        {
            names.TryAdd(outcome.Id, outcome);
            return names[outcome.Id];
        }
    }
}
