using NodaTime;

namespace CrmMapping;

/// <summary>Says how long a contact waits before it is tried again.</summary>
internal static class Backoff
{
    private const int MostDoublings = 6;

    /// <summary>Gives half a minute, twice as long after each try in vain.</summary>
    public static Duration After(int attempts) => Duration.FromSeconds(30 * Math.Pow(2, Math.Min(attempts, MostDoublings)));
}
