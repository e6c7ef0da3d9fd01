namespace CrmMapping.Http.Tests;

public sealed class Keys_that_are_wanted
{
    private readonly WantedKeys _keys = new(
    [
        new(MatchKeyKind.Phone, "+14155550123"), new(MatchKeyKind.Phone, "+376312345"), new(MatchKeyKind.Email, "ada@example.com"),
    ]);

    [Theory, Trait("Rule", "M2")]
    [InlineData("+1 415 555 0123", true)]
    [InlineData("(415) 555-0123 ext. 9", true)]
    [InlineData("312 345", true)]
    [InlineData("312 345 ext. 12", true)]
    [InlineData("415 555 0124", false)]
    [InlineData("none", false)]
    public void Know_a_number_however_it_is_written(string written, bool isWanted) => _keys.MayHavePhone(written).Should().Be(isWanted);

    [Theory, Trait("Rule", "M2")]
    [InlineData(" Ada@Example.com ", true)]
    [InlineData("zoe@example.com", false)]
    public void Know_an_address_however_it_is_written(string written, bool isWanted) => _keys.HasEmail(written).Should().Be(isWanted);
}
