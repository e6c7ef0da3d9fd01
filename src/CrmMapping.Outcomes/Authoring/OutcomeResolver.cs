using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Looks up names that were written in code among what the accounts offer.</summary>
internal sealed class OutcomeResolver(CallOutcomes written, OutcomeHistory outcomes, TagList tags, Instant at)
{
    private readonly OutcomeRules _accounts = new() { Outcomes = outcomes, Tags = tags, Delay = written.Delay };
    private readonly List<OutcomeRefusal> _refusals = [];

    public OutcomeResolution Resolve()
    {
        var defaults = written.Defaults
            .Select(entry => Find(entry.Outcome, null) is { } outcome ? new SituationDefault(entry.Situation, outcome) : null)
            .OfType<SituationDefault>().ToEquatableArray();
        var rules = written.Rules.Select(ToRule).OfType<OutcomeRule>().DistinctBy(static rule => rule.Tag.Id).ToEquatableArray();
        return new OutcomeResolution(_accounts with { Defaults = defaults, Rules = rules }, _refusals.ToEquatableArray());
    }

    private OutcomeRule? ToRule(WrittenRule rule)
    {
        var (tag, outcome) = (FindTag(rule.Tag), Find(rule.Outcome, rule.Tag));
        return tag is null || outcome is null ? null : new OutcomeRule(tag, outcome, at);
    }

    private CallTag? FindTag(string name)
    {
        var found = Named(tags.Tags, static tag => tag.Name, name);
        return found.Count == 1 ? found[0] : Refuse<CallTag>(
            found.Count == 0 ? OutcomeRefusals.UnknownTag(name, _accounts) : OutcomeRefusals.TagNotUnique(name, found));
    }

    private OutcomeName? Find(string name, string? tag)
    {
        if (outcomes.Find(name) is { IsLive: true } byId)
        {
            return byId.Name;
        }

        var found = Named(outcomes.Live, static outcome => outcome.Label, name);
        return found.Count == 1 ? found[0] : Refuse<OutcomeName>(
            found.Count == 0 ? OutcomeRefusals.UnknownOutcome(tag, name, _accounts) : OutcomeRefusals.OutcomeNotUnique(tag, name, found));
    }

    private T? Refuse<T>(OutcomeRefusal refusal)
        where T : class
    {
        _refusals.Add(refusal);
        return null;
    }

    private static List<T> Named<T>(IReadOnlyList<T> all, Func<T, string> nameOf, string name)
    {
        var same = all.Where(each => string.Equals(nameOf(each), name, StringComparison.OrdinalIgnoreCase)).ToList();
        return same.Where(each => nameOf(each) == name).ToList() is { Count: > 0 } exact ? exact : same;
    }
}
