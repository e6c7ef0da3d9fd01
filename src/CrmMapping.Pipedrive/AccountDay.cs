using NodaTime;

namespace CrmMapping.Pipedrive;

/// <summary>Knows when a company's day ends, with which its token budget begins anew: at midnight by Pipedrive's servers.</summary>
/// <remarks>Nobody says in which time zone these live. Where midnight in UTC brought nothing, it is asked again each hour.</remarks>
internal sealed class AccountDay
{
    private static readonly Duration Step = Duration.FromHours(1);

    // A second early is a day too early.
    private static readonly Duration Margin = Duration.FromSeconds(5);

    private readonly Lock _lock = new();
    private Instant? _restedUntil;

    /// <summary>Says how long to rest once the day is used up.</summary>
    /// <param name="now">The present by Pipedrive's clock.</param>
    public TimeSpan Rest(Instant now)
    {
        var midnight = now.InUtc().Date.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() + Margin;
        lock (_lock)
        {
            if (_restedUntil is { } until && now >= until && now - until < Duration.FromDays(1))
            {
                return Duration.Min(Step, midnight - now).ToTimeSpan();
            }

            _restedUntil = midnight;
            return (midnight - now).ToTimeSpan();
        }
    }
}
