using System.Buffers;
using System.Text.RegularExpressions;

namespace CrmMapping;

/// <summary>Where a phone number begins and ends in a text, and where its extension does; libphonenumber's rules.</summary>
internal static partial class PhoneText
{
    private const string PhoneContext = ";phone-context=";
    private const string Punctuation =
        @"\-xX\u2010-\u2015\u2212\u30FC\uFF0D-\uFF0F \u00A0\u00AD\u200B\u2060\u3000" +
        @"()\uFF08\uFF09\uFF3B\uFF3D.\[\]/~\u2053\u223C\uFF5E*";

    private const string AfterLabel = @"[:.\uFF0E]?[ \u00A0\t,\-]*";
    private const string ExtensionForms =
        @";ext=\d{1,20}" +
        @"|[ \u00A0\t,]*(?:e?xt(?:ensi(?:o\u0301?|\u00F3))?n?|\uFF45?\uFF58\uFF54\uFF4E?|\u0434\u043E\u0431|anexo)" +
        AfterLabel + @"\d{1,20}#?" +
        @"|[ \u00A0\t,]*(?:[x\uFF58#\uFF03~\uFF5E]|int|\uFF49\uFF4E\uFF54)" + AfterLabel + @"\d{1,9}#?" +
        @"|[\- ]+\d{1,6}#" +
        @"|[ \u00A0\t]*(?:,,|;)" + AfterLabel + @"\d{1,15}#?" +
        // Says ",+" and AfterLabel, in a way that cannot be matched twice: a row of commas stays cheap.
        @"|[ \u00A0\t]*,(?:,*[:.\uFF0E])?[ \u00A0\t,\-]*\d{1,9}#?";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>A text of these alone needs no more than its digits picked.</summary>
    public static SearchValues<char> PlainCharacters { get; } = SearchValues.Create("0123456789+-.()/ []");

    /// <summary>What a plain text can start a number with.</summary>
    public static SearchValues<char> StartCharacters { get; } = SearchValues.Create("0123456789+");

    /// <summary>
    /// Whether a text looks like a phone number: perhaps a plus, three digits, and nothing that has no place there.
    /// </summary>
    [GeneratedRegex(
        $@"^(?:\d\d|[+\uFF0B]*(?:[{Punctuation}]*\d){{3}}[{Punctuation}a-z\d]*(?:{ExtensionForms})?)\z", Options)]
    public static partial Regex Viable { get; }

    [GeneratedRegex($@"(?:{ExtensionForms})\z", Options)]
    private static partial Regex Extension { get; }

    [GeneratedRegex(@"[/\\] *x")]
    private static partial Regex SecondNumber { get; }

    [GeneratedRegex(
        @"^(?:\+[\-.()]*\d[\d\-.()]*|(?:[a-z\d]+(?:-+[a-z\d]+)*\.)*[a-z][a-z\d]*(?:-+[a-z\d]+)*\.?)\z", Options)]
    private static partial Regex ValidContext { get; }

    public static bool IsPlus(char character) => character is '+' or '\uFF0B';

    /// <summary>Finds the number in a text that may be a <c>tel:</c> URI.</summary>
    /// <param name="text">The text.</param>
    /// <param name="room">As long as the text: the number is put together here when its parts stand apart.</param>
    /// <param name="found">The number with its extension; empty when there are no digits.</param>
    public static bool TryExtract(ReadOnlySpan<char> text, Span<char> room, out ReadOnlySpan<char> found)
    {
        var context = text.IndexOf(PhoneContext, StringComparison.Ordinal);
        if (context < 0)
            found = Trim(text);
        else if (!TryJoin(text, context, room, out found))
            return false;

        var subaddress = found.IndexOf(";isub=", StringComparison.Ordinal);
        if (subaddress > 0)
            found = found[..subaddress];
        return true;
    }

    /// <summary>Cuts the extension off a viable number, if there is one and a viable number is left.</summary>
    public static ReadOnlySpan<char> TakeExtension(ref ReadOnlySpan<char> number)
    {
        foreach (var match in Extension.EnumerateMatches(number))
        {
            var rest = number[..match.Index];
            if (!Viable.IsMatch(rest))
                break;

            var extension = LastDigits(number.TrimEnd('#'));
            number = rest;
            return extension;
        }

        return [];
    }

    private static ReadOnlySpan<char> LastDigits(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsDigit(text[start - 1]))
            start--;
        return text[start..];
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && !IsPlus(text[0]) && !char.IsDigit(text[0]))
            text = text[1..];
        while (!text.IsEmpty && !char.IsDigit(text[^1]) && !char.IsAsciiLetter(text[^1]) && text[^1] != '#')
            text = text[..^1];

        // "(530) 583-6985 x302/x2303" is two numbers; the first is meant.
        foreach (var second in SecondNumber.EnumerateMatches(text))
            return text[..second.Index];
        return text;
    }

    // "tel:555-0123;phone-context=+1-215" says what stands before the number.
    private static bool TryJoin(ReadOnlySpan<char> text, int at, Span<char> room, out ReadOnlySpan<char> joined)
    {
        joined = [];
        var context = text[(at + PhoneContext.Length)..];
        if (context.IndexOf(';') is >= 0 and var end)
            context = context[..end];
        if (!ValidContext.IsMatch(context))
            return false;

        if (context[0] != '+')
            context = [];
        var scheme = text.IndexOf("tel:", StringComparison.Ordinal);
        var start = scheme < 0 ? 0 : scheme + 4;
        if (start > at)
            return false;

        context.CopyTo(room);
        text[start..at].CopyTo(room[context.Length..]);
        joined = room[..(context.Length + at - start)];
        return true;
    }
}
