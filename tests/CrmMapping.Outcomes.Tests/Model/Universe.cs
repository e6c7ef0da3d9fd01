using NodaTime;

namespace CrmMapping.Outcomes.Tests;

/// <summary>A small world: tags and outcomes, what happened in the CRM and when rules were added, as the package knows it and as a naive reader tells it.</summary>
internal sealed class Universe
{
    public static readonly OutcomeName[] AllOutcomes = [new("x", "X"), new("y", "Y"), new("z", "Z")];

    public Universe(OutcomeRules decided, IReadOnlyList<CrmEvent> events)
    {
        Events = [.. events.OrderBy(static e => e.At)];
        Rules = decided with { Outcomes = Observed(Events) };
        Compiled = Rules.Compile();
        Naive = new NaiveRules(Rules, Events);
    }

    public OutcomeRules Rules { get; }

    public CompiledOutcomeRules Compiled { get; }

    public NaiveRules Naive { get; }

    public IReadOnlyList<CrmEvent> Events { get; }

    /// <summary>Gets the times at which something may change, those just before, and those long before and after.</summary>
    public IReadOnlyList<Instant> Edges => [.. Events.Select(static e => e.At).Concat(Rules.Rules.Select(static rule => rule.AddedAt)).Append(At.Noon)
        .SelectMany(at => new[] { at, at + Rules.Delay })
        .SelectMany(static at => new[] { at - Duration.Epsilon, at })
        .Concat([At.Minute(-10_000), At.Minute(10_000)])
        .Distinct().Order()];

    /// <summary>Gives every set of some tags.</summary>
    public static IEnumerable<long[]> Sets(params long[] tags) => Enumerable.Range(0, 1 << tags.Length)
        .Select(chosen => tags.Where((_, index) => (chosen & (1 << index)) != 0).ToArray());

    /// <summary>Gives every way to map some tags to one of the outcomes, or to none.</summary>
    public static IEnumerable<EquatableArray<OutcomeRule>> Mappings(Instant addedAt, params long[] tags) => tags.Aggregate(
        (IEnumerable<OutcomeRule[]>)[[]],
        (sofar, tag) => sofar.SelectMany(rules => AllOutcomes
            .Select(outcome => (OutcomeRule[])[.. rules, new OutcomeRule(new CallTag(tag, $"tag {tag}"), outcome, addedAt)])
            .Append(rules))).Select(static rules => rules.ToEquatableArray());

    public override string ToString() => $"{Rules}\n{string.Join('\n', Events)}";

    // The CRM is looked at once before anything happens, and then after each event.
    private static OutcomeHistory Observed(IReadOnlyList<CrmEvent> events)
    {
        var labels = AllOutcomes
            .Where(outcome => events.FirstOrDefault(e => e.Outcome == outcome.Id && e.Kind != CrmEventKind.Renamed)?.Kind != CrmEventKind.Created)
            .ToDictionary(static outcome => outcome.Id, static outcome => outcome.Label);
        var history = OutcomeHistory.Unread.Observe(Offered(), At.Minute(-100_000));
        foreach (var e in events)
        {
            if (e.Kind == CrmEventKind.Deleted)
            {
                labels.Remove(e.Outcome);
            }
            else
            {
                labels[e.Outcome] = $"{e.Outcome} of {e.At}";
            }

            history = history.Observe(Offered(), e.At);
        }

        return history;

        IEnumerable<FieldOption> Offered() => labels.Select(static label => new FieldOption(label.Key, label.Value));
    }
}
