namespace CrmMapping.Outcomes;

/// <summary>Brings what was decided into one order, so that it compares, and refuses what contradicts itself.</summary>
internal static class RuleOrder
{
    public static EquatableArray<OutcomeRule> Of(EquatableArray<OutcomeRule> rules)
    {
        var sorted = rules.OrderBy(static rule => rule.Tag.Id).ToEquatableArray();
        for (var index = 1; index < sorted.Count; index++)
        {
            if (sorted[index].Tag.Id == sorted[index - 1].Tag.Id)
            {
                throw new ArgumentException($"Two rules are of the tag '{sorted[index].Tag}'. Give a tag one rule.", nameof(rules));
            }
        }

        return sorted;
    }

    public static EquatableArray<SituationDefault> Of(EquatableArray<SituationDefault> defaults)
    {
        var sorted = defaults.OrderBy(static entry => entry.Situation).ToEquatableArray();
        for (var index = 0; index < sorted.Count; index++)
        {
            if (!Enum.IsDefined(sorted[index].Situation) || (index > 0 && sorted[index].Situation == sorted[index - 1].Situation))
            {
                throw new ArgumentException(
                    $"{sorted[index].Situation} has two defaults, or is no situation. Give each situation that is named one, or none.", nameof(defaults));
            }
        }

        return sorted;
    }
}
