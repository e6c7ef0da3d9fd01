namespace CrmMapping.Aircall.Tests;

public sealed class Options_with_mistakes
{
    [Fact, Trait("Rule", "S5")]
    public void Are_told_of_all_at_once() => Mistakes(static options =>
    {
        options.BaseAddress = new Uri("http://api.aircall.io");
        options.ClientId = "id";
        options.RequestsPerMinute = 0;
        options.RequestTimeout = TimeSpan.Zero;
        options.Patience = TimeSpan.FromSeconds(-1);
    }).Select(static mistake => mistake.Split(':')[0]).Should().Equal(
        "Aircall, 'BaseAddress'", "Aircall, 'ClientId' and 'ClientSecret'", "Aircall, 'RequestsPerMinute'", "Aircall, 'RequestTimeout'", "Aircall, 'Patience'");

    [Theory]
    [InlineData("https://api.aircall.io/v1", "a path or a query")]
    [InlineData("/v1", "in the clear")]
    public void Name_an_address_that_will_not_do(string address, string words) =>
        Mistakes(options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute)).Should().ContainSingle().Which.Should().Contain(words);

    [Fact]
    public void Are_none_by_default() => Mistakes(static _ => { }).Should().BeEmpty();

    private static IEnumerable<string> Mistakes(Action<AircallOptions> configure)
    {
        var options = new AircallOptions();
        configure(options);
        return new AircallOptionsValidator().Validate(null, options).Failures ?? [];
    }
}
