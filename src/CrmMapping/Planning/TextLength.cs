using System.Globalization;
using System.Text;

namespace CrmMapping;

/// <summary>Measures text in Unicode scalar values and cuts it between what people see as characters.</summary>
internal static class TextLength
{
    public static bool Fits(string text, int most) => text.Length <= most || Runes(text) <= most;

    public static string Cut(string text, int most)
    {
        var (end, runes) = (0, 0);
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            runes += Runes(text.AsSpan(end, length));
            if (runes > most)
            {
                break;
            }

            end += length;
        }

        // A character of many parts that is too long by itself can only be cut between its parts.
        return end > 0 ? text[..end] : CutParts(text, most);
    }

    private static string CutParts(string text, int most)
    {
        var cut = new StringBuilder(most);
        foreach (var rune in text.EnumerateRunes().Take(most))
        {
            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }

    private static int Runes(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
