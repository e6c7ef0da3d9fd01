using NodaTime;

namespace CrmMapping;

/// <summary>Says how far a run came, how fast, and how long it has to go.</summary>
/// <param name="Done">How many contacts were dealt with.</param>
/// <param name="Total">How many there are in all, as far as both sides tell, never fewer than were dealt with; null while that is not known.</param>
/// <param name="Worked">How long the run was worked.</param>
public readonly record struct OperationProgress(long Done, long? Total, Duration Worked)
{
    /// <summary>Gets how many contacts there are in all; null while that is not known.</summary>
    public long? Total { get; } = Total is { } total ? Math.Max(total, Done) : null;

    /// <summary>Gets the share done, from 0 to 1; null while the total is not known.</summary>
    public double? Share => Total switch { null => null, 0 => 1, { } total => (double)Done / total };

    /// <summary>Gets how many contacts a second were dealt with; null before the first.</summary>
    public double? Rate => Done > 0 && Worked > Duration.Zero ? Done / Worked.TotalSeconds : null;

    /// <summary>Gets how long the rest takes at this rate; null while that cannot be told.</summary>
    public Duration? Remaining => Total is { } total && Rate is { } rate ? Duration.FromSeconds((total - Done) / rate) : null;

    /// <summary>Draws the progress as people read it.</summary>
    /// <returns>For example <c>1,200 of 5,000 (24 %), 310/s, 12 s left</c>.</returns>
    public override string ToString()
    {
        var text = Total is { } total ? $"{Done:N0} of {total:N0} ({Share:P0})" : $"{Done:N0}";
        text += Rate is { } rate ? $", {rate:N0}/s" : "";
        return Remaining is { } left && left > Duration.Zero ? $"{text}, {Left(left)} left" : text;
    }

    private static string Left(Duration left) => left.TotalSeconds switch
    {
        < 90 => $"{Math.Ceiling(left.TotalSeconds):N0} s",
        < 5400 => $"{Math.Ceiling(left.TotalMinutes):N0} min",
        _ => $"{left.TotalHours:N1} h",
    };
}
