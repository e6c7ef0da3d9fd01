namespace CrmMapping.Outcomes;

/// <summary>Says how two versions of the rules differ. Another label is no difference, nor is when a rule was added.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record OutcomeDiff
{
    private OutcomeDiff()
    {
    }

    /// <summary>Gets the rules that only the later version has; the rule of a tag that has another outcome now is deleted and added.</summary>
    public EquatableArray<OutcomeRule> Added { get; private init; }

    /// <summary>Gets the rules that only the earlier version has.</summary>
    public EquatableArray<OutcomeRule> Deleted { get; private init; }

    /// <summary>Gets the defaults that are not the same.</summary>
    public EquatableArray<DefaultChange> Defaults { get; private init; }

    /// <summary>Gets whether the two decide the same.</summary>
    public bool IsEmpty => Added.Count + Deleted.Count + Defaults.Count == 0;

    /// <summary>Compares two versions.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    /// <returns>What differs.</returns>
    public static OutcomeDiff Between(OutcomeRules before, OutcomeRules after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new OutcomeDiff
        {
            Added = Missing(after, before),
            Deleted = Missing(before, after),
            Defaults = CallSituations.All
                .Select(situation => new DefaultChange(situation, before.Default(situation), after.Default(situation)))
                .Where(static change => change.Before?.Id != change.After?.Id)
                .ToEquatableArray(),
        };
    }

    /// <summary>Draws what differs, a line each: <c>~</c> another default, <c>-</c> a deleted rule, <c>+</c> an added one.</summary>
    /// <returns>The lines; <c>no changes</c> when there are none.</returns>
    public override string ToString() => IsEmpty ? "no changes" : string.Join('\n',
    [
        .. Defaults.Select(static change => $"~ {change}"),
        .. Deleted.Select(static rule => $"- {rule.Pair}"),
        .. Added.Select(static rule => $"+ {rule.Pair}"),
    ]);

    private static EquatableArray<OutcomeRule> Missing(OutcomeRules of, OutcomeRules from)
    {
        var others = from.Rules.ToDictionary(static rule => rule.Tag.Id);
        return of.Rules.Where(rule => !(others.TryGetValue(rule.Tag.Id, out var other) && other.SaysTheSame(rule))).ToEquatableArray();
    }
}
