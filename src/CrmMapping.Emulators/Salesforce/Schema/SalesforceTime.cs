using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Reads and writes times: <c>+0000</c> in JSON, <c>Z</c> in files, whole seconds everywhere.</summary>
internal static class SalesforceTime
{
    private static readonly InstantPattern Json = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'+0000'");
    private static readonly InstantPattern File = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'");

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss'.'fff'Z'");

    private static readonly OffsetDateTimePattern[] Written =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFo<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFo<Z+HHmm>"),
    ];

    public static string ToJson(Instant instant) => Json.Format(instant);

    public static string ToFile(Instant instant) => File.Format(instant);

    public static string ToText(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>Cuts a time to the second, the grain in which it is kept.</summary>
    public static Instant Cut(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    public static bool TryReadMoment([NotNullWhen(true)] string? text, out Instant instant)
    {
        instant = default;
        if (text is null)
            return false;
        foreach (var pattern in Written)
        {
            if (!pattern.Parse(text).TryGetValue(default, out var moment))
                continue;
            instant = Cut(moment.ToInstant());
            return true;
        }

        return false;
    }

    /// <summary>Reads a time of day, which is always one of UTC, and gives it as it is kept; null when it is none.</summary>
    public static string? ReadTime(string text) => Clock.Parse(text).TryGetValue(default, out var time) ? Clock.Format(time) : null;

    public static bool TryReadDate(string text, out LocalDate date) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out date);
}
