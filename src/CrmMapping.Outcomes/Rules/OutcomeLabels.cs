namespace CrmMapping.Outcomes;

/// <summary>Gives tags and outcomes the names that they have now; deleted ones keep those they had when they were last seen.</summary>
internal sealed class OutcomeLabels(OutcomeRules rules)
{
    private readonly Dictionary<string, string> _outcomes =
        rules.Outcomes.Outcomes.ToDictionary(static outcome => outcome.Id, static outcome => outcome.Label, StringComparer.Ordinal);

    public string Of(CallTag tag) => (rules.Tags.Find(tag.Id) ?? tag).Name;

    public string Of(OutcomeName outcome) => _outcomes.GetValueOrDefault(outcome.Id, outcome.Label);
}
