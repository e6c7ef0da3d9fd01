using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Holds what is known of the outcomes that one CRM account offers for calls: those to choose from, and what became of the others.</summary>
/// <remarks>
/// Immutable, compares by value, safe to share between threads. A CRM does not tell when an outcome was created, renamed or deleted, so
/// that is seen by comparing what it offers with what it offered before.
/// </remarks>
public sealed record OutcomeHistory
{
    /// <summary>Gets the history before the CRM was ever asked: there is nothing to choose from, and nothing counts as deleted.</summary>
    public static OutcomeHistory Unread { get; } = new();

    /// <summary>Gets every outcome: those that the CRM offers in its order, then the deleted ones.</summary>
    /// <exception cref="ArgumentException">An outcome is there twice.</exception>
    public EquatableArray<KnownOutcome> Outcomes
    {
        get;
        init => field = value.DistinctBy(static outcome => outcome.Id, StringComparer.Ordinal).Count() == value.Count
            ? value
            : throw new ArgumentException("An outcome is there twice. Give each once.", nameof(value));
    }

    /// <summary>Gets when the CRM was last asked; null when it never was.</summary>
    public Instant? ObservedAt { get; init; }

    /// <summary>Gets the outcomes to choose from, as the CRM offers them, in its order.</summary>
    public EquatableArray<OutcomeName> Live =>
        Outcomes.Where(static outcome => outcome.IsLive).Select(static outcome => outcome.Name).ToEquatableArray();

    /// <summary>Takes in what the CRM offers at an instant.</summary>
    /// <param name="offered">
    /// Everything that it offers, as <see cref="IReadsCallDispositions"/> reads it; hidden ones count as not offered. A part of it would make
    /// deleted ones of the others, so a read that failed is not taken in.
    /// </param>
    /// <param name="at">When it was read.</param>
    /// <returns>The next history. The first one takes what it meets as unchanged for long; what is older than this history changes nothing.</returns>
    public OutcomeHistory Observe(IEnumerable<FieldOption> offered, Instant at)
    {
        ArgumentNullException.ThrowIfNull(offered);
        if (at < ObservedAt)
        {
            return this;
        }

        var known = Outcomes.ToDictionary(static outcome => outcome.Id, StringComparer.Ordinal);
        var live = offered.Where(static option => !option.Hidden).DistinctBy(static option => option.Value, StringComparer.Ordinal)
            .Select(option => See(known.GetValueOrDefault(option.Value), new OutcomeName(option.Value, option.Label), at))
            .ToList();
        var seen = live.Select(static outcome => outcome.Id).ToHashSet(StringComparer.Ordinal);
        return new OutcomeHistory
        {
            Outcomes = [.. live, .. Outcomes.Where(outcome => !seen.Contains(outcome.Id)).Select(outcome => outcome.Missed(at))],
            ObservedAt = at,
        };
    }

    /// <summary>Lists the outcomes as the CRM offered them at an instant, in no order.</summary>
    /// <param name="at">The instant: now for choosing, an hour ago for what call logging goes by.</param>
    /// <returns>The outcomes, under the labels that they have now.</returns>
    public EquatableArray<OutcomeName> OfferedAt(Instant at) =>
        Outcomes.Where(outcome => outcome.WasOffered(at)).Select(static outcome => outcome.Name).ToEquatableArray();

    /// <summary>Finds what is known of an outcome.</summary>
    /// <param name="id">The CRM's id of it.</param>
    /// <returns>What is known; null when it was never met.</returns>
    public KnownOutcome? Find(string id) => Outcomes.FirstOrDefault(outcome => outcome.Id == id);

    private KnownOutcome See(KnownOutcome? known, OutcomeName name, Instant at) => known?.Seen(name.Label, at)
        ?? (ObservedAt is null ? KnownOutcome.FromTheStart(name) : KnownOutcome.Created(name, at));
}
