using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Says of rules which tags contradict each other and which rules are in vain, from an instant on.</summary>
/// <remarks>Immutable, safe to share between threads.</remarks>
public sealed class OutcomeReport
{
    private const int MostShown = 20;

    private readonly List<TimedRule> _lasting;

    private OutcomeReport(OutcomeRules rules, Instant at)
    {
        At = at;
        var outcomes = rules.Outcomes.Outcomes.ToDictionary(static outcome => outcome.Id, StringComparer.Ordinal);
        var timed = rules.Rules
            .Select(rule => new TimedRule(rule, RuleTimes.Of(rule, rules, outcomes.GetValueOrDefault(rule.Outcome.Id))))
            .ToList();
        _lasting = [.. timed.Where(rule => rule.Times.Remains(at))];
        Findings =
        [
            .. timed.SelectMany(rule => new[] { OfState(rule), OfEffect(rule, rules) }).OfType<OutcomeFinding>(),
            .. rules.Defaults
                .Select(entry => (Entry: entry, Times: RuleTimes.Of(rules, outcomes.GetValueOrDefault(entry.Outcome.Id))))
                .Where(static each => !each.Times.IsOutcomeLive)
                .Select(static each => OutcomeFindings.DeletedDefault(each.Entry, each.Times)),
        ];
    }

    /// <summary>Gets the instant from which on it holds.</summary>
    public Instant At { get; }

    /// <summary>Gets what should be known of single rules and defaults.</summary>
    public EquatableArray<OutcomeFinding> Findings { get; }

    /// <summary>Gets the pairs of tags that contradict each other, now or at a time to come. They are found as they are asked for.</summary>
    /// <remarks>
    /// Pairs are enough to know every ambiguous set of tags: a set is ambiguous exactly when it holds such a pair whose rules both count at that time, since rules that
    /// give several distinct outcomes include two that do.
    /// </remarks>
    public IEnumerable<AmbiguousPair> AmbiguousPairs
    {
        get
        {
            for (var first = 0; first < _lasting.Count; first++)
            {
                for (var second = first + 1; second < _lasting.Count; second++)
                {
                    if (_lasting[first].Contradicts(_lasting[second], At))
                    {
                        yield return new AmbiguousPair(_lasting[first].Rule, _lasting[second].Rule);
                    }
                }
            }
        }
    }

    /// <summary>Makes the report.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="at">The instant from which on the report holds, as far as is known then.</param>
    /// <returns>The report.</returns>
    public static OutcomeReport Of(OutcomeRules rules, Instant at)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new OutcomeReport(CurrentNames.Of(rules), at);
    }

    /// <summary>Lists what was found, a line each, of many pairs the first ones.</summary>
    /// <returns>The lines; <c>nothing to know</c> when there are none.</returns>
    public override string ToString()
    {
        var pairs = AmbiguousPairs.Take(MostShown).Select(static pair => $"  {pair}").ToList();
        var more = pairs.Count < MostShown ? 0 : AmbiguousPairs.Count() - MostShown;
        List<string> lines =
        [
            .. Findings.Select(static finding => finding.ToString()),
            .. pairs.Count == 0 ? Array.Empty<string>() : ["A call has its situation's default when its tags hold one of these pairs:"],
            .. pairs,
            .. more == 0 ? Array.Empty<string>() : [$"  and {more} more"],
        ];
        return lines.Count == 0 ? "nothing to know" : string.Join('\n', lines);
    }

    private OutcomeFinding? OfState(TimedRule timed) => timed.Times.StateAt(At) switch
    {
        RuleState.DeletedTag => OutcomeFindings.DeletedTag(timed.Rule),
        RuleState.DeletedOutcome => OutcomeFindings.DeletedOutcome(timed.Rule),
        RuleState.Waiting => OutcomeFindings.Waiting(timed.Rule, timed.Times, At),
        RuleState.Expiring => OutcomeFindings.Expiring(timed.Rule, timed.Times),
        _ => null,
    };

    // While a rule counts its outcome is there, and so is a default of that outcome.
    private OutcomeFinding? OfEffect(TimedRule timed, OutcomeRules rules) =>
        !timed.Times.Remains(At) || CallSituations.All.Any(situation => rules.Default(situation)?.Id != timed.Rule.Outcome.Id) ? null
        : _lasting.Any(other => other.Contradicts(timed, At)) ? OutcomeFindings.OnlyContradicts(timed.Rule)
        : OutcomeFindings.ChangesNothing(timed.Rule);

    private sealed record TimedRule(OutcomeRule Rule, RuleTimes Times)
    {
        public bool Contradicts(TimedRule other, Instant from) => Rule.Outcome.Id != other.Rule.Outcome.Id && Times.Meets(other.Times, from);
    }
}
