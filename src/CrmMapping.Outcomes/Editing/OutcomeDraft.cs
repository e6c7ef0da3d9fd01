using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Lets an admin edit the rules: nothing takes effect before the draft is saved.</summary>
/// <remarks>
/// For one thread at a time. An edit that is refused leaves the draft as it was. Tags and outcomes are named by their ids. A rule counts as
/// added when the draft is saved; one that the draft deleted and added again is the one it was.
/// </remarks>
public sealed class OutcomeDraft
{
    // The rules that the draft adds bear no time before they are saved.
    private static readonly Instant NotSaved = Instant.MaxValue;

    private readonly OutcomeRules _start;
    private OutcomeRules _rules;

    internal OutcomeDraft(OutcomeRules start) => _start = _rules = start;

    /// <summary>Gets the version that the draft was made from; 0 when none was ever saved.</summary>
    public int Version => _start.Version;

    /// <summary>Gets what the draft changes of the rules that it was made from; those that it adds bear the end of time until it is saved.</summary>
    public OutcomeDiff Changes => OutcomeDiff.Between(_start, _rules);

    /// <summary>Lists the tags that may be given a rule: they are there, and have none.</summary>
    /// <returns>The tags, by their names.</returns>
    public IReadOnlyList<CallTag> TagChoices() =>
        [.. _rules.Tags.Tags.Where(tag => _rules.Find(tag.Id) is null).OrderBy(static tag => tag.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Lists the outcomes that a rule or a default may give: those that the CRM offers now.</summary>
    /// <returns>The outcomes, in the CRM's order.</returns>
    public IReadOnlyList<OutcomeName> OutcomeChoices() => _rules.Outcomes.Live;

    /// <summary>Adds a rule.</summary>
    /// <param name="tag">The tag's id.</param>
    /// <param name="outcome">The outcome's id.</param>
    /// <returns>Accepted, or why not.</returns>
    public OutcomeEditResult AddRule(long tag, string outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (_rules.Find(tag) is { } present)
        {
            return Refuse(OutcomeRefusals.TagHasRule(present));
        }

        if (OutcomeEditRules.CheckTag(tag, _start.Find(tag)?.Tag, _rules, out var found) is { } noTag)
        {
            return Refuse(noTag);
        }

        return OutcomeEditRules.CheckOutcome(outcome, OutcomeRefusals.Id(tag), _rules, out var name) is { } noOutcome
            ? Refuse(noOutcome)
            : Accept(_rules with { Rules = [.. _rules.Rules, AsItWas(new OutcomeRule(found, name, NotSaved))] });
    }

    /// <summary>Deletes a rule. What it decided of calls that are logged stands.</summary>
    /// <param name="tag">The tag's id.</param>
    /// <returns>Accepted, or why not.</returns>
    public OutcomeEditResult DeleteRule(long tag) => _rules.Find(tag) is { } rule
        ? Accept(_rules with { Rules = _rules.Rules.Where(other => other != rule).ToEquatableArray() })
        : Refuse(OutcomeRefusals.NoSuchRule(_rules.Tags.Find(tag)?.Name ?? OutcomeRefusals.Id(tag), _rules));

    /// <summary>Gives a situation a default outcome, or takes it away.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="outcome">The outcome's id; null for none.</param>
    /// <returns>Accepted, or why not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The situation is none.</exception>
    public OutcomeEditResult SetDefault(CallSituation situation, string? outcome)
    {
        if (!Enum.IsDefined(situation))
        {
            throw new ArgumentOutOfRangeException(nameof(situation), situation, "Name one of the situations.");
        }

        if (outcome == _rules.Default(situation)?.Id)
        {
            return Accept(_rules);
        }

        var others = _rules.Defaults.Where(entry => entry.Situation != situation);
        if (outcome is null)
        {
            return Accept(_rules with { Defaults = others.ToEquatableArray() });
        }

        return OutcomeEditRules.CheckOutcome(outcome, null, _rules, out var name) is { } refusal
            ? Refuse(refusal)
            : Accept(_rules with { Defaults = [.. others, new SituationDefault(situation, name)] });
    }

    /// <summary>Takes the rules and defaults of another version in the place of its own, all of them or none.</summary>
    /// <param name="version">The version.</param>
    /// <returns>Why none was taken: whatever would have to be added and may not be, as its tag or outcome is gone; empty when all were.</returns>
    public EquatableArray<OutcomeRefusal> Restore(OutcomeRules version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var restored = _rules with
        {
            Defaults = version.Defaults,
            Rules = version.Rules.Select(rule => AsItWas(rule with { AddedAt = NotSaved })).ToEquatableArray(),
        };
        var refusals = OutcomeEditRules.CheckAll(OutcomeDiff.Between(_start, restored), _rules);
        _rules = refusals.Count == 0 ? restored : _rules;
        return refusals;
    }

    /// <summary>Makes the rules that the draft stands for; the draft may be edited on.</summary>
    /// <param name="at">The time now, at which the rules that it adds would be added.</param>
    /// <returns>The rules, with the version that the draft was made from.</returns>
    public OutcomeRules Build(Instant at) => _rules with
    {
        Rules = _rules.Rules.Select(rule => rule.AddedAt == NotSaved ? rule with { AddedAt = at } : rule).ToEquatableArray(),
    };

    /// <summary>Says what should be known before the draft is saved: which tags contradict each other, and which rules are in vain.</summary>
    /// <param name="at">The time now.</param>
    /// <returns>The report.</returns>
    public OutcomeReport Report(Instant at) => OutcomeReport.Of(Build(at), at);

    /// <summary>Makes the next version, if nobody saved one since the draft was made and the accounts still take what it adds.</summary>
    /// <param name="standing">The rules that are saved now, with what was last read of the accounts.</param>
    /// <param name="by">Who saves, as the host calls its people.</param>
    /// <param name="at">The time now.</param>
    /// <param name="comment">What is said about it; null when nothing is.</param>
    /// <returns>The version, to be kept if it still is the next one; or why there is none.</returns>
    public OutcomeSaveResult Save(OutcomeRules standing, string by, Instant at, string? comment = null)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (standing.Version != Version)
        {
            return new OutcomeSaveResult
            {
                Stale = new StaleDraft(Version, standing.Version, []),
                Meanwhile = OutcomeDiff.Between(_start, standing),
            };
        }

        var refusals = OutcomeEditRules.CheckAll(Changes, standing);
        return refusals.Count > 0
            ? new OutcomeSaveResult { Refusals = refusals }
            : new OutcomeSaveResult
            {
                Saved = new SavedOutcomeRules
                {
                    Rules = Build(at) with { Version = Version + 1, Outcomes = standing.Outcomes, Tags = standing.Tags, Delay = standing.Delay },
                    SavedAt = at,
                    SavedBy = by,
                    Comment = comment,
                },
            };
    }

    private static OutcomeEditResult Refuse(OutcomeRefusal refusal) => new() { Refusal = refusal };

    private OutcomeEditResult Accept(OutcomeRules rules)
    {
        _rules = rules;
        return new OutcomeEditResult();
    }

    private OutcomeRule AsItWas(OutcomeRule rule) => _start.Find(rule.Tag.Id) is { } former && former.SaysTheSame(rule) ? former : rule;
}
