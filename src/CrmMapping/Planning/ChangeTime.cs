using NodaTime;

namespace CrmMapping;

/// <summary>Says when something changed and how sure that is.</summary>
/// <param name="At">When.</param>
/// <param name="Certainty">Whether the time is the field's own, an upper bound, or not known at all.</param>
public readonly record struct ChangeTime(Instant At, TimeCertainty Certainty)
{
    /// <summary>Gets a time of which nothing is known.</summary>
    public static ChangeTime None => default;

    /// <summary>Makes a time at which the field itself changed.</summary>
    /// <param name="at">When.</param>
    /// <returns>The time.</returns>
    public static ChangeTime OfField(Instant at) => new(at, TimeCertainty.Field);

    /// <summary>Makes a time at or before which the field changed, as the record did then.</summary>
    /// <param name="at">When the record last changed.</param>
    /// <returns>The time.</returns>
    public static ChangeTime OfRecord(Instant at) => new(at, TimeCertainty.Record);

    /// <summary>Tells whether the field itself is known to have changed at an instant or after it.</summary>
    internal bool IsOfFieldSince(Instant since) => Certainty == TimeCertainty.Field && At >= since;
}
