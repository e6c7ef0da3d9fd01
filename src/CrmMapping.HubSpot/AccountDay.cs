using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Knows when an account's day ends, with which its daily limit begins anew: at its own midnight.</summary>
internal sealed class AccountDay
{
    // Where the account does not tell its time zone, it is asked again this often.
    private static readonly TimeSpan Unknown = TimeSpan.FromHours(1);

    // A second early is a day too early.
    private static readonly Duration Margin = Duration.FromSeconds(5);

    private volatile DateTimeZone? _zone;

    /// <summary>Gets whether the account need not be asked for its time zone any more.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Takes what the account says of its time zone; of a name that nobody knows the offset counts.</summary>
    public void Learn(string? zone, int? offsetMilliseconds)
    {
        _zone = zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);
        if (offsetMilliseconds is >= -18 * 3_600_000 and <= 18 * 3_600_000 and var offset)
        {
            _zone ??= DateTimeZone.ForOffset(Offset.FromMilliseconds(offset));
        }

        IsSettled = true;
    }

    /// <summary>Says how long to rest once the day is used up.</summary>
    /// <param name="now">The present by the account's clock.</param>
    public TimeSpan Rest(Instant now)
    {
        if (_zone is not { } zone)
        {
            return Unknown;
        }

        var midnight = zone.AtStartOfDay(now.InZone(zone).Date.PlusDays(1)).ToInstant();
        return (midnight + Margin - now).ToTimeSpan();
    }
}
