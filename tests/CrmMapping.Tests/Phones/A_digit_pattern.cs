using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CrmMapping.Tests.Phones;

public sealed class A_digit_pattern
{
    [Theory]
    [InlineData(@"(?:0|90)(?:(1[245]|2[1-35]|31|4[13]|[56]5|99)(\d{10,11}))?")]
    [InlineData(@"([0-24-8]\d{5})$|0|180020")]
    [InlineData(@"0?(?:(11|2(?:02?|[13]|2[13-79])|3(?:3(?:2[79]|6)|8[2578]?))15)?")]
    [InlineData(@"00|10(?:22|66|88|99)")]
    [InlineData(@"[13]\d{1,3}(?:\d{2,5})?|(?:[25]\d\d|4)\d{2}(?:\d{2})?")]
    [InlineData(@"0|80?")]
    public void Matches_as_the_built_in_engine_does(string pattern)
    {
        var ours = DigitPattern.Parse(pattern);
        var theirs = new Regex($"^(?:{pattern})", RegexOptions.CultureInvariant);
        Span<int> groups = stackalloc int[DigitPattern.MaxGroups * 2];

        foreach (var digits in Digits(seed: 20))
        {
            var expected = theirs.Match(digits);
            var end = ours.Match(Values(digits), groups);

            end.Should().Be(expected.Success ? expected.Length : -1, digits);
            for (var group = 1; expected.Success && group < expected.Groups.Count; group++)
                groups[2 * group - 1].Should().Be(
                    expected.Groups[group] is { Success: true } taken ? taken.Index + taken.Length : -1, digits);
        }
    }

    [Fact]
    public void Runs_beside_others_in_one_automaton()
    {
        string[] patterns = [@"[13]\d{1,3}(?:\d{2,5})?", @"(?:[25]\d\d|4)\d{2}(?:\d{2})?", @"1[0-57-9]?\d|2", @"\d{2,4}"];
        var automaton = DigitAutomaton.Build(patterns);
        var regexes = Array.ConvertAll(patterns, pattern => new Regex($"^(?:{pattern})$"));

        foreach (var digits in Digits(seed: 21))
        {
            var expected = regexes.Select((regex, i) => regex.IsMatch(digits) ? 1u << i : 0u).Aggregate((a, b) => a | b);
            automaton.Run(Values(digits)).Should().Be(expected, digits);
        }
    }

    [Theory]
    [InlineData(@"1*")]
    [InlineData(@"(?=1)2")]
    [InlineData(@"1\s")]
    [InlineData(@"[^1]")]
    [InlineData(@"1)")]
    [InlineData(@"(1)(2)(3)(4)(5)")]
    public void Is_refused_when_it_says_more_than_is_understood(string pattern)
    {
        var parse = () => DigitPattern.Parse(pattern);

        parse.Should().Throw<FormatException>().WithMessage($"*{pattern}*what is not understood*");
    }

    private static IEnumerable<string> Digits(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 5000; i++)
        {
            // A small alphabet meets the patterns often.
            var alphabet = random.Next(2) == 0 ? "01589" : "0123456789";
            var text = new StringBuilder();
            for (var length = random.Next(14); length > 0; length--)
                text.Append(alphabet[random.Next(alphabet.Length)]);
            yield return text.ToString();
        }
    }

    private static byte[] Values(string digits) =>
        [.. digits.Select(digit => (byte)CharUnicodeInfo.GetDecimalDigitValue(digit))];
}
