using System.Text.Json;
using NodaTime;

namespace CrmMapping.Aircall;

/// <summary>Reads times as Aircall sends them.</summary>
internal static class WireTime
{
    // No call was or will be made outside of these three thousand years; milliseconds that are taken for seconds fall out.
    private const long Latest = 99_999_999_999;

    /// <summary>Reads seconds since 1970.</summary>
    /// <exception cref="JsonException">They lead to a time at which nobody calls.</exception>
    public static Instant Read(long seconds) =>
        seconds is >= 0 and <= Latest ? Instant.FromUnixTimeSeconds(seconds) : throw new JsonException("A time is none.");
}
