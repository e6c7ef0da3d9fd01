namespace CrmMapping.Tests.Phones;

[Trait("Rule", "F1")]
public sealed class A_phone_number_as_people_write_it
{
    private readonly PhoneNumberNormalizer _phones = new();

    [Theory]
    [InlineData("+14155550123", null, "+14155550123")]
    [InlineData("(415) 555-0123", "US", "+14155550123")]
    [InlineData("(415) 555-0123", "us", "+14155550123")]
    [InlineData("1-415-555-0123", "US", "+14155550123")]
    [InlineData("415/555.0123 ", "US", "+14155550123")]
    [InlineData("Tel.: +1 415 555 0123", null, "+14155550123")]
    [InlineData("tel:+1-415-555-0123", null, "+14155550123")]
    [InlineData("555-0123;phone-context=+1-415", null, "+14155550123")]
    [InlineData("+14155550123;isub=12345", null, "+14155550123")]
    [InlineData("020 7946 0123", "GB", "+442079460123")]
    [InlineData("01 99 00 01 23", "FR", "+33199000123")]
    public void Becomes_one_form(string text, string? region, string canonical) =>
        Canonical(text, region).Should().Be(canonical);

    [Theory]
    [InlineData("+44 (0)20 7946 0123", null, "+442079460123")]
    [InlineData("+49 030 23125 012", "DE", "+493023125012")]
    [InlineData("+33 01 99 00 01 23", "FR", "+33199000123")]
    public void Loses_the_trunk_prefix_that_does_not_belong_after_a_calling_code(
        string text, string? region, string canonical) =>
        Canonical(text, region).Should().Be(canonical);

    [Theory]
    [InlineData("06 555 01234", "IT", "+390655501234")]
    [InlineData("+39 06 555 01234", null, "+390655501234")]
    public void Keeps_the_zero_that_belongs_to_an_Italian_number(string text, string? region, string canonical) =>
        Canonical(text, region).Should().Be(canonical);

    [Theory]
    [InlineData("0351 15-555-0123", "AR", "+5493515550123")]
    [InlineData("011 15 5555-0123", "AR", "+5491155550123")]
    [InlineData("+54 9 351 555 0123", null, "+5493515550123")]
    [InlineData("0351 455-0123", "AR", "+543514550123")]
    public void Trades_the_Argentine_15_for_a_9(string text, string? region, string canonical) =>
        Canonical(text, region).Should().Be(canonical);

    [Theory]
    [InlineData("011 44 20 7946 0123", "US", "+442079460123")]
    [InlineData("00 44 20 7946 0123", "FR", "+442079460123")]
    [InlineData("0011 44 20 7946 0123", "AU", "+442079460123")]
    [InlineData("8~10 44 20 7946 0123", "RU", "+442079460123")]
    [InlineData("+011 44 20 7946 0123", "US", "+442079460123")]
    public void Is_international_by_the_prefix_of_where_one_dials(string text, string region, string canonical) =>
        Canonical(text, region).Should().Be(canonical);

    [Theory]
    [InlineData("33199000123", "FR", "+33199000123")]
    [InlineData("44 20 7946 0123", "GB", "+442079460123")]
    [InlineData("(019) 900-0123", "FR", "+33199000123")]
    public void Is_recognised_without_its_plus_and_in_foreign_clothes(string text, string region, string canonical) =>
        Canonical(text, region).Should().Be(canonical);

    [Theory]
    [InlineData("+１４１５５５５０１２３", "+14155550123")]
    [InlineData("＋１ ４１５－５５５－０１２３", "+14155550123")]
    [InlineData("+٤٤ ٢٠ ٧٩٤٦ ٠١٢٣", "+442079460123")]
    [InlineData("+۴۴ ۲۰ ۷۹۴۶ ۰۱۲۳", "+442079460123")]
    [InlineData("+1\u00A0415\u2011555\u20130123", "+14155550123")]
    public void May_be_written_in_other_scripts(string text, string canonical) =>
        Canonical(text, null).Should().Be(canonical);

    [Theory]
    [InlineData("1-800-FLOWERS", "+18003569377")]
    [InlineData("(415) 555-BLUE", "+14155552583")]
    public void May_spell_a_word(string text, string canonical) => Canonical(text, "US").Should().Be(canonical);

    [Theory]
    [InlineData("415-555-0123 x03832", "03832")]
    [InlineData("415-555-0123 ext 7", "7")]
    [InlineData("415-555-0123, ext. 0042", "0042")]
    [InlineData("415-555-0123 extension: 12", "12")]
    [InlineData("415-555-0123 Extensión 12", "12")]
    [InlineData("415-555-0123 #12", "12")]
    [InlineData("415-555-0123 12#", "12")]
    [InlineData("415-555-0123;ext=12", "12")]
    [InlineData("415-555-0123,,12", "12")]
    [InlineData("415-555-0123 доб. 12", "12")]
    [InlineData("415-555-0123 ｘ１２", "12")]
    public void Keeps_its_extension(string text, string extension)
    {
        _phones.TryNormalize(text, "US", out var number).Should().BeTrue();

        number.Should().Be(new PhoneNumber("+14155550123", extension));
        number.ToString().Should().Be($"+14155550123;ext={extension}");
    }

    [Theory]
    [InlineData("+1 268 460 0123", "+12684600123")]
    [InlineData("460-0123", "+12684600123", "AG")]
    [InlineData("+44 7624 300123", "+447624300123")]
    [InlineData("+800 1234 5678", "+80012345678")]
    [InlineData("+870 773 111 632", "+870773111632")]
    public void May_belong_to_a_region_that_shares_its_code_or_to_no_place(
        string text, string canonical, string? region = null) =>
        Canonical(text, region).Should().Be(canonical);

    [Theory]
    [InlineData("+14155550123;ext=03832")]
    [InlineData("+390655501234")]
    [InlineData("+5493515550123")]
    public void Stays_what_it_is_once_it_is_canonical(string canonical) =>
        Canonical(canonical, null).Should().Be(canonical);

    private string? Canonical(string text, string? region) =>
        _phones.TryNormalize(text, region, out var number) ? number.ToString() : null;
}
