using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Salesforce;

/// <summary>
/// Reads times as Salesforce writes them, <c>2026-11-20T08:15:30.000+0000</c> in JSON, with a <c>Z</c> in CSV, and writes those of headers.
/// </summary>
internal static class WireTime
{
    private const int Longest = 32;

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.fff'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fffzzz"];

    private static readonly InstantPattern HeaderForm = InstantPattern.CreateWithInvariantCulture("ddd, dd MMM uuuu HH:mm:ss 'GMT'");

    /// <summary>Writes a time as headers say it, in whole seconds: the first that is not before it, so that a record of that time is not later.</summary>
    public static string ToHeader(Instant time) => HeaderForm.Format(time + Duration.FromSeconds(1) - Duration.Epsilon);

    public static bool IsDay(ReadOnlySpan<byte> text) => LocalDatePattern.Iso.Parse(Encoding.UTF8.GetString(text)).Success;

    public static bool IsTime(ReadOnlySpan<byte> text) => InstantPattern.ExtendedIso.Parse(Encoding.UTF8.GetString(text)).Success;

    public static Instant? Read(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > Longest)
        {
            return null;
        }

        Span<char> room = stackalloc char[Longest];
        ReadOnlySpan<char> read = room[..Encoding.ASCII.GetChars(text, room)];
        if (read.EndsWith("+0000"))
        {
            room[read.Length - 5] = 'Z';
            read = read[..^4];
        }

        return DateTimeOffset.TryParseExact(read, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Instant.FromDateTimeOffset(time)
            : null;
    }
}
