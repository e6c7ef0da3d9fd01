using System.Text;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Salesforce;

/// <summary>Turns a time of day with an offset into UTC, the only one that a field of type Time holds.</summary>
internal static class ClockTime
{
    private static readonly OffsetTimePattern Offset = OffsetTimePattern.Rfc3339;
    private static readonly LocalTimePattern Bare = LocalTimePattern.ExtendedIso;
    private static readonly LocalTimePattern Wire = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss.fff'Z'");

    public static bool TryToUtc(ReadOnlySpan<byte> text, out string utc)
    {
        var said = Encoding.UTF8.GetString(text);
        var local = Offset.Parse(said) is { Success: true, Value: var time }
            ? (LocalTime?)time.TimeOfDay.PlusSeconds(-time.Offset.Seconds)
            : Bare.Parse(said) is { Success: true, Value: var bare } ? bare : null;
        utc = local is { } found ? Wire.Format(found) : "";
        return local is not null;
    }
}
