using NodaTime;

namespace CrmMapping.Salesforce.Tests;

public sealed class A_literal_of_a_query
{
    [Theory]
    [InlineData("Moreno", "'Moreno'")]
    [InlineData("O'Brien", @"'O\'Brien'")]
    [InlineData(@"a\", @"'a\\'")]
    [InlineData(@"\' OR Name != '", @"'\\\' OR Name != \''")]
    [InlineData("a\"b\nc\rd\te\bf\fg", @"'a\""b\nc\rd\te\bf\fg'")]
    [InlineData("\u0001", @"'\u0001'")]
    [InlineData("100%_é😀", "'100%_é😀'")]
    public void Holds_its_text_and_ends_where_it_ends(string text, string literal) => Soql.Literal(text).Should().Be(literal);

    [Fact]
    public void Is_a_bare_time_in_UTC() => Soql.Literal(Instant.FromUtc(2026, 11, 20, 8, 15, 30)).Should().Be("2026-11-20T08:15:30.000Z");

    [Theory]
    [InlineData("Phone", true)]
    [InlineData("ns__Name__c", true)]
    [InlineData("Owner.Email", true)]
    [InlineData("Phone FROM User", false)]
    [InlineData("Phone,Id", false)]
    [InlineData("Owner.", false)]
    [InlineData("1Phone", false)]
    [InlineData("Phone\n", false)]
    [InlineData("", false)]
    public void Is_no_place_for_a_name(string name, bool isName) => Soql.IsName(name).Should().Be(isName);

    [Fact]
    public void Finds_the_digits_of_a_number_whatever_stands_between() =>
        Soql.HoldsDigits("Phone", "4155").Should().Be("Phone LIKE '%4%1%5%5%'");
}
