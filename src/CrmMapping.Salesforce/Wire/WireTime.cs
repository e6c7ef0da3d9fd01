using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Salesforce;

/// <summary>Reads times as Salesforce writes them: <c>2026-11-20T08:15:30.000+0000</c> in JSON, with a <c>Z</c> in CSV.</summary>
internal static class WireTime
{
    private const int Longest = 32;

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.fff'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fffzzz"];

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
