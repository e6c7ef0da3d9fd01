using System.Collections.Frozen;
using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Evaluates calls under rules and what is known of the accounts, quickly and without memory of its own.</summary>
/// <remarks>Immutable, safe to share between threads. Made anew when an admin saves, and when outcomes or tags were read.</remarks>
public sealed class CompiledOutcomeRules
{
    private readonly FrozenDictionary<long, CompiledRule> _rules;
    private readonly CompiledDefault?[] _defaults = new CompiledDefault?[CallSituations.All.Count];

    internal CompiledOutcomeRules(OutcomeRules rules)
    {
        Source = rules;
        var named = CurrentNames.Of(rules);
        var known = rules.Outcomes.Outcomes.ToDictionary(static outcome => outcome.Id, StringComparer.Ordinal);
        foreach (var entry in named.Defaults)
        {
            _defaults[(int)entry.Situation] = new CompiledDefault(entry.Outcome, RuleTimes.Of(rules, known.GetValueOrDefault(entry.Outcome.Id)));
        }

        _rules = named.Rules.ToFrozenDictionary(
            static rule => rule.Tag.Id,
            rule => new CompiledRule(rule, RuleTimes.Of(rule, rules, known.GetValueOrDefault(rule.Outcome.Id))));
    }

    /// <summary>Gets the rules that this was made of.</summary>
    public OutcomeRules Source { get; }

    /// <summary>Decides the outcome of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="at">The time now: when it is decided is what counts, not when the call was.</param>
    /// <returns>The outcome and the reason.</returns>
    public OutcomeDecision Evaluate(in EndedCall call, Instant at)
    {
        OutcomeName? only = null;
        var isMapped = false;
        foreach (var tag in call.Tags.AsSpan())
        {
            if (!_rules.TryGetValue(tag, out var rule))
            {
                continue;
            }

            isMapped = true;
            if (!rule.Times.IsInForce(at))
            {
                continue;
            }

            if (only is not null && !ReferenceEquals(only, rule.Rule.Outcome))
            {
                return Default(OutcomeReason.AmbiguousTags, call, at);
            }

            only = rule.Rule.Outcome;
        }

        return only is not null
            ? new OutcomeDecision(this, call, at, only, OutcomeReason.Rule)
            : Default(isMapped ? OutcomeReason.NoRuleInForce : OutcomeReason.NoMappedTag, call, at);
    }

    /// <summary>Decides what becomes of a logged call when tags were put on it or taken off it after its end.</summary>
    /// <param name="logged">The call as it is logged: the outcome that the CRM holds, and the tags before.</param>
    /// <param name="now">The call with its tags now.</param>
    /// <param name="at">The time now.</param>
    /// <returns>The outcome to write, or that what is logged stands, with the reason.</returns>
    /// <remarks>
    /// Only tags that have a rule, and that were not deleted, count: where the same ones are on the call before and after, what is logged stands,
    /// also when it came from a rule or a tag that was deleted since. A tag that is deleted leaves all its calls, so tags are read
    /// before a tag that is missing from a call is taken as taken off.
    /// </remarks>
    public OutcomePatch Retag(in LoggedCall logged, in EndedCall now, Instant at)
    {
        var decision = Evaluate(now, at);
        var reason = HaveTheSameMappedTags(logged.Call, now) ? PatchReason.MappedTagsUnchanged : Compare(logged, decision);
        return new OutcomePatch(reason, decision);
    }

    /// <summary>Decides the outcome of a logged call anew because a person asks for it: deleted rules and tags, and outcomes that expired, then show.</summary>
    /// <param name="logged">The call as it is logged.</param>
    /// <param name="at">The time now.</param>
    /// <returns>The outcome to write, or that the CRM holds it already.</returns>
    public OutcomePatch Reevaluate(in LoggedCall logged, Instant at)
    {
        var decision = Evaluate(logged.Call, at);
        return new OutcomePatch(Compare(logged, decision), decision);
    }

    /// <summary>Tells in full why a call has its outcome.</summary>
    internal OutcomeExplanation Explain(in EndedCall call, Instant at, OutcomeName? outcome, OutcomeReason reason)
    {
        var rules = new List<WeighedRule>();
        foreach (var tag in call.Tags)
        {
            if (_rules.TryGetValue(tag, out var rule))
            {
                rules.Add(new WeighedRule(rule.Rule, rule.Times.StateAt(at)));
            }
        }

        return new OutcomeExplanation
        {
            Call = call,
            At = at,
            Outcome = outcome,
            Reason = reason,
            Default = _defaults[(int)call.Situation]?.Outcome,
            Rules = rules.ToEquatableArray(),
        };
    }

    private OutcomeDecision Default(OutcomeReason reason, in EndedCall call, Instant at) =>
        new(this, call, at, _defaults[(int)call.Situation] is { } standard && standard.Times.IsInForce(at) ? standard.Outcome : null, reason);

    private static PatchReason Compare(in LoggedCall logged, in OutcomeDecision decision) =>
        logged.Outcome == decision.Outcome?.Id ? PatchReason.OutcomeUnchanged : PatchReason.OutcomeChanged;

    // Both are sorted, so the mapped ones of each are walked side by side.
    private bool HaveTheSameMappedTags(in EndedCall before, in EndedCall after)
    {
        var left = before.Tags.AsSpan();
        var right = after.Tags.AsSpan();
        while (true)
        {
            left = FromNextMapped(left);
            right = FromNextMapped(right);
            if (left.IsEmpty || right.IsEmpty || left[0] != right[0])
            {
                return left.IsEmpty && right.IsEmpty;
            }

            left = left[1..];
            right = right[1..];
        }
    }

    private ReadOnlySpan<long> FromNextMapped(ReadOnlySpan<long> tags)
    {
        while (!tags.IsEmpty && !(_rules.TryGetValue(tags[0], out var rule) && !rule.Times.IsTagDeleted))
        {
            tags = tags[1..];
        }

        return tags;
    }
}
