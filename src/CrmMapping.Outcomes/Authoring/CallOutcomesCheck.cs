using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Finds everything that is wrong in what code says of outcomes.</summary>
internal static class CallOutcomesCheck
{
    public static IEnumerable<MappingMistake> Find(IReadOnlyList<WrittenDefault> defaults, IReadOnlyList<TagRuleStart> rules, Duration delay) =>
    [
        .. defaults.Where(static entry => !Enum.IsDefined(entry.Situation)).Select(static entry => OutcomeMistakes.NoSituation(entry)),
        .. Twice(defaults, static entry => $"{entry.Situation}").Select(OutcomeMistakes.DefaultSaidTwice),
        .. defaults.Where(static entry => string.IsNullOrWhiteSpace(entry.Outcome)).Select(static entry => OutcomeMistakes.BlankOutcome($"{entry.Situation}")),
        .. rules.Where(static rule => string.IsNullOrWhiteSpace(rule.Tag)).Select(static _ => OutcomeMistakes.BlankTag()),
        .. Twice(rules.Where(static rule => !string.IsNullOrWhiteSpace(rule.Tag)), static rule => rule.Tag).Select(OutcomeMistakes.TagMappedTwice),
        .. rules.Where(static rule => !rule.IsEnded).Select(static rule => OutcomeMistakes.RuleWithoutTo(rule.Tag)),
        .. rules.Where(static rule => rule.IsEnded && string.IsNullOrWhiteSpace(rule.Outcome)).Select(static rule => OutcomeMistakes.BlankOutcome(rule.Tag)),
        .. delay < Duration.Zero ? [OutcomeMistakes.NegativeDelay()] : Array.Empty<MappingMistake>(),
    ];

    private static IEnumerable<string> Twice<T>(IEnumerable<T> all, Func<T, string> nameOf) => all
        .GroupBy(nameOf, StringComparer.Ordinal).Where(static group => group.Count() > 1).Select(static group => group.Key);
}
