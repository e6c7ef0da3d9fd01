using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Salesforce;

/// <summary>Writes the parts of SOQL: literals that nothing breaks out of, and names that are names.</summary>
internal static partial class Soql
{
    private static readonly InstantPattern Times = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'");

    public static bool IsName(string text) => Name().IsMatch(text);

    /// <summary>Passes a name on.</summary>
    /// <exception cref="FormatException">It is none: names cannot be escaped.</exception>
    public static string Checked(string name) => IsName(name) ? name : throw new FormatException("The name of a field is no API name.");

    public static string Literal(string text)
    {
        // A backslash that stood alone would let the quote after it break out.
        var quoted = new StringBuilder(text.Length + 8).Append('\'');
        foreach (var letter in text)
        {
            quoted.Append(letter switch
            {
                '\\' => "\\\\",
                '\'' => "\\'",
                '"' => "\\\"",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' => $"\\u{(int)letter:x4}",
                _ => letter.ToString(),
            });
        }

        return quoted.Append('\'').ToString();
    }

    public static string Literal(Instant time) => Times.Format(time);

    public static string In(string field, IEnumerable<string> values) => $"{Checked(field)} IN ({string.Join(',', values.Select(Literal))})";

    /// <summary>Matches text that holds these digits in this order, whatever stands between.</summary>
    public static string HoldsDigits(string field, string digits) =>
        $"{Checked(field)} LIKE '%{string.Join('%', digits.Where(char.IsAsciiDigit))}%'";

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*\z")]
    private static partial Regex Name();
}
