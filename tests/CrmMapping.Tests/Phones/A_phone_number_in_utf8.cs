using System.Text;

namespace CrmMapping.Tests.Phones;

public sealed class A_phone_number_in_utf8
{
    private readonly PhoneNumberNormalizer _phones = new();
    private readonly byte[] _destination = new byte[PhoneNumber.MaxLength];

    [Theory]
    [InlineData("+14155550123", null, "+14155550123")]
    [InlineData("(415) 555-0123 x03832", "US", "+14155550123;ext=03832")]
    [InlineData("＋１ ４１５－５５５－０１２３", null, "+14155550123")]
    [InlineData("0351 15-555-0123", "AR", "+5493515550123")]
    public void Is_written_in_its_canonical_form(string text, string? region, string canonical)
    {
        _phones.TryNormalize(Encoding.UTF8.GetBytes(text), region, _destination, out var written).Should().BeTrue();

        Encoding.UTF8.GetString(_destination, 0, written).Should().Be(canonical);
    }

    [Theory]
    [InlineData("+14155550123", null)]
    [InlineData("(415) 555-0123", "US")]
    [InlineData("415-555-0123 x03832", "US")]
    [InlineData("0351 15-555-0123", "AR")]
    [InlineData("withheld", "US")]
    public void Costs_no_memory(string text, string? region)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);

        Allocation.Of(() => Normalize(utf8, region, times: 1000)).Should().Be(0);
    }

    [Fact]
    public void Needs_room_for_the_longest_number()
    {
        var normalize = () => _phones.TryNormalize("+14155550123"u8, null, new byte[12], out _);

        normalize.Should().Throw<ArgumentException>().WithMessage("*holds 12 bytes*at least PhoneNumber.MaxLength*");
    }

    [Fact]
    public void Fits_the_room_however_long_its_extension()
    {
        _phones.TryNormalize("+870773111632;ext=12345678901234567890"u8, null, _destination, out var written)
            .Should().BeTrue();

        written.Should().Be("+870773111632;ext=12345678901234567890".Length).And.BeLessThanOrEqualTo(_destination.Length);
    }

    private void Normalize(byte[] utf8, string? region, int times)
    {
        for (var i = 0; i < times; i++)
            _phones.TryNormalize(utf8, region, _destination, out _);
    }
}
