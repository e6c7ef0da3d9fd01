using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Goes before or after another clock.</summary>
internal sealed class ShiftedClock(IClock clock, Duration shift) : IClock
{
    public Instant GetCurrentInstant() => clock.GetCurrentInstant() + shift;
}
