using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Holds what is known of one outcome of the CRM, also when it was deleted.</summary>
/// <remarks>Immutable, compares by value, safe to share between threads.</remarks>
public sealed record KnownOutcome
{
    /// <summary>Gets the CRM's id of it.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what people see; of a deleted one, what they saw last.</summary>
    public required string Label { get; init; }

    /// <summary>Gets when the CRM offered it, in order: from its creation to its deletion, once more when it came back.</summary>
    /// <value>Without a start where it was there before anybody looked, without an end while it is offered.</value>
    /// <exception cref="ArgumentException">There is no time at which it was offered.</exception>
    public required EquatableArray<Interval> Offered
    {
        get;
        init => field = value.Count > 0
            ? value
            : throw new ArgumentException("An outcome that was never offered is not known. Give a time, or leave the outcome out.", nameof(value));
    }

    /// <summary>Gets when its label changed, in order.</summary>
    public EquatableArray<Instant> RenamedAt { get; init; }

    /// <summary>Gets when it was created, or came back; null when it was there before anybody looked.</summary>
    public Instant? CreatedAt => Offered[^1] is { HasStart: true } last ? last.Start : null;

    /// <summary>Gets when its label changed last; null when it never did.</summary>
    public Instant? UpdatedAt => RenamedAt.Count == 0 ? null : RenamedAt[^1];

    /// <summary>Gets when it was deleted; null while the CRM offers it.</summary>
    public Instant? DeletedAt => Offered[^1] is { HasEnd: true } last ? last.End : null;

    /// <summary>Gets whether the CRM offers it.</summary>
    public bool IsLive => !Offered[^1].HasEnd;

    /// <summary>Gets its name.</summary>
    internal OutcomeName Name => new(Id, Label);

    /// <summary>Describes an outcome that was there before anybody looked.</summary>
    internal static KnownOutcome FromTheStart(OutcomeName name) => Of(name, null);

    /// <summary>Describes an outcome that was met for the first time.</summary>
    internal static KnownOutcome Created(OutcomeName name, Instant at) => Of(name, at);

    /// <summary>Says whether the CRM offered it at an instant.</summary>
    internal bool WasOffered(Instant at)
    {
        foreach (var span in Offered.AsSpan())
        {
            if (span.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds when it was last created or renamed, up to and with an instant; null when it was not.</summary>
    internal Instant? LastChange(Instant until) => Offered
        .Where(static span => span.HasStart).Select(static span => span.Start)
        .Concat(RenamedAt)
        .Where(change => change <= until)
        .Select(static change => (Instant?)change)
        .Max();

    /// <summary>Gives what is known once the CRM was seen to offer it under a label.</summary>
    internal KnownOutcome Seen(string label, Instant at)
    {
        var back = IsLive ? this : this with { Offered = [.. Offered, new Interval(at, null)] };
        return label == Label ? back : back with { Label = label, RenamedAt = [.. RenamedAt, at] };
    }

    /// <summary>Gives what is known once the CRM was seen to offer it no more.</summary>
    internal KnownOutcome Missed(Instant at)
    {
        if (!IsLive)
        {
            return this;
        }

        var last = Offered[^1];
        return this with { Offered = [.. Offered.SkipLast(1), new Interval(last.HasStart ? last.Start : null, at)] };
    }

    private static KnownOutcome Of(OutcomeName name, Instant? from) =>
        new() { Id = name.Id, Label = name.Label, Offered = [new Interval(from, null)] };
}
