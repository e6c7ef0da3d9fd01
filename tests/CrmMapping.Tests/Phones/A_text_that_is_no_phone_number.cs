using System.Diagnostics;
using System.Text;

namespace CrmMapping.Tests.Phones;

public sealed class A_text_that_is_no_phone_number
{
    private readonly PhoneNumberNormalizer _phones = new();

    [Theory]
    [InlineData("", "US")]
    [InlineData("   ", "US")]
    [InlineData("withheld", "GB")]
    [InlineData("+", "US")]
    [InlineData("(+", "US")]
    [InlineData("12", "US")]
    [InlineData("+1", null)]
    [InlineData("+0 415 555 0123", null)]
    [InlineData("+999 415 555 0123", null)]
    [InlineData("+1415+5550123", null)]
    [InlineData("415 555 0123 home", "US")]
    [InlineData("555-0123;phone-context=", "US")]
    [InlineData("555-0123;phone-context=+", "US")]
    public void Is_refused(string text, string? region) => Refuses(text, region);

    [Theory]
    [InlineData("020 7946 0123")]
    [InlineData("011 44 20 7946 0123")]
    public void Is_one_that_needs_a_region_when_there_is_none(string text)
    {
        Refuses(text, null);
        Refuses(text, "XX");
        Refuses(text, "");
        Refuses(text, "United Kingdom");
    }

    [Theory]
    [InlineData("555-0123", "US")]
    [InlineData("(954) 155-0123", "US")]
    [InlineData("(126) 855-5012", "US")]
    [InlineData("+1 268 155 5012", null)]
    [InlineData("+49 0", null)]
    public void Is_one_of_the_right_length_that_nobody_can_have(string text, string? region) => Refuses(text, region);

    public static TheoryData<string> Hostile => new()
    {
        new string('1', 10_000_000),
        new string('+', 10_000_000),
        new string('+', 250),
        new string('\0', 250),
        new string('１', 250),
        "1" + new string(',', 248) + "1",
        "123" + string.Concat(Enumerable.Repeat("x1", 123)),
        "123" + string.Concat(Enumerable.Repeat("/ x", 82)) + "1",
        "123" + string.Concat(Enumerable.Repeat("ext", 82)) + "1",
        ";phone-context=" + string.Concat(Enumerable.Repeat("a-", 110)) + "!",
        "+1415\0" + "5550123",
        "+1415\u0007" + "5550123",
        "+1415\uD800" + "5550123",
    };

    [Theory, MemberData(nameof(Hostile))]
    public void Is_refused_quickly_however_it_was_made_up(string text)
    {
        var watch = Stopwatch.StartNew();

        Refuses(text, "US");

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Is_refused_when_it_is_no_utf8_either() =>
        _phones.TryNormalize([(byte)'+', 0xFF, 0xC0, 0x31, 0x32], "US", new byte[PhoneNumber.MaxLength], out _)
            .Should().BeFalse();

    private void Refuses(string text, string? region)
    {
        _phones.TryNormalize(text, region, out var number).Should().BeFalse();
        number.Should().Be(default(PhoneNumber));

        _phones.TryNormalize(Encoding.UTF8.GetBytes(text), region, new byte[PhoneNumber.MaxLength], out var written)
            .Should().BeFalse();
        written.Should().Be(0);
    }
}
