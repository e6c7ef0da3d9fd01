using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Holds defaults and rules as code writes them: by names, which each account's own outcomes and tags give a meaning.</summary>
/// <remarks>Immutable, compares by value, safe to share between threads.</remarks>
public sealed record CallOutcomes
{
    internal CallOutcomes()
    {
    }

    /// <summary>Gets the defaults, in the order in which they were written.</summary>
    public required EquatableArray<WrittenDefault> Defaults { get; init; }

    /// <summary>Gets the rules, in the order in which they were written.</summary>
    public required EquatableArray<WrittenRule> Rules { get; init; }

    /// <summary>Gets how much later than admins call logging sees what changes of the CRM's outcomes.</summary>
    public required Duration Delay { get; init; }

    /// <summary>Looks the names up among what the accounts offer. Small and capital letters count only where they tell two apart.</summary>
    /// <param name="outcomes">The CRM's outcomes.</param>
    /// <param name="tags">The telephony's tags.</param>
    /// <param name="at">The time now, at which the rules are added.</param>
    /// <returns>The rules, of version 0, without those that name what is not there; and why these are left out.</returns>
    public OutcomeResolution Resolve(OutcomeHistory outcomes, TagList tags, Instant at)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(tags);
        return new OutcomeResolver(this, outcomes, tags, at).Resolve();
    }
}
