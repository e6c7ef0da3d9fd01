using System.Buffers;

namespace QuickStart;

/// <summary>Takes from a text whatever would act on a terminal instead of being read.</summary>
internal static class Printable
{
    private const char Stand = '·';

    // The control characters, and those that turn the direction of writing.
    private static readonly SearchValues<char> Acting = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code),
        '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069',
    ]);

    public static string Of(string text) => text.AsSpan().IndexOfAny(Acting) < 0
        ? text
        : string.Create(text.Length, text, static (place, from) =>
        {
            from.CopyTo(place);
            place.ReplaceAny(Acting, Stand);
        });

    /// <summary>Cuts what is too long, and says so.</summary>
    public static string Short(string text, int most) => text.Length <= most ? text : $"{text[..(most - 1)].TrimEnd()}…";
}
