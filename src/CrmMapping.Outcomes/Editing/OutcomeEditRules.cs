namespace CrmMapping.Outcomes;

/// <summary>Decides which tags and outcomes an admin may choose.</summary>
internal static class OutcomeEditRules
{
    /// <summary>Says why a tag may not be given a rule; null when it may.</summary>
    /// <param name="id">The tag's id.</param>
    /// <param name="known">The tag as it is known from elsewhere; null when it is not.</param>
    /// <param name="rules">The rules, and the tags that there are.</param>
    /// <param name="tag">The tag.</param>
    public static OutcomeRefusal? CheckTag(long id, CallTag? known, OutcomeRules rules, out CallTag tag)
    {
        tag = rules.Tags.Find(id)!;
        return tag is not null ? null
            : known is not null && rules.Tags.IsRead ? OutcomeRefusals.TagDeleted(known, rules)
            : OutcomeRefusals.UnknownTag(known?.Name ?? OutcomeRefusals.Id(id), rules);
    }

    /// <summary>Says why an outcome may not be given by a rule or a default; null when it may.</summary>
    public static OutcomeRefusal? CheckOutcome(string id, string? tag, OutcomeRules rules, out OutcomeName outcome)
    {
        var known = rules.Outcomes.Find(id);
        outcome = known?.Name!;
        return known switch
        {
            { IsLive: true } => null,
            null => OutcomeRefusals.UnknownOutcome(tag, id, rules),
            _ => OutcomeRefusals.OutcomeDeleted(tag, outcome, rules),
        };
    }

    /// <summary>Lists why what a draft adds may not be saved, as the accounts are now.</summary>
    public static EquatableArray<OutcomeRefusal> CheckAll(OutcomeDiff changes, OutcomeRules standing)
    {
        var refusals = new List<OutcomeRefusal?>();
        foreach (var rule in changes.Added)
        {
            refusals.Add(CheckTag(rule.Tag.Id, rule.Tag, standing, out _));
            refusals.Add(CheckOutcome(rule.Outcome.Id, OutcomeRefusals.Id(rule.Tag), standing, out _));
        }

        foreach (var change in changes.Defaults)
        {
            refusals.Add(change.After is { } outcome ? CheckOutcome(outcome.Id, null, standing, out _) : null);
        }

        return refusals.OfType<OutcomeRefusal>().ToEquatableArray();
    }
}
