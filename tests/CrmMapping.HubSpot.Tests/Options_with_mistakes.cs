using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrmMapping.HubSpot.Tests;

[Trait("Rule", "S5")]
public sealed class Options_with_mistakes
{
    [Fact]
    public void Are_all_told_at_once()
    {
        var options = new HubSpotOptions
        {
            BaseAddress = new Uri("http://api.hubapi.com"),
            ExternalIdProperty = "Host Id",
            ActivityKeyProperty = "Key",
            ClientId = "id",
            AccessToken = "a b",
            ReplayWindow = TimeSpan.Zero,
            SearchesPerSecond = 0,
        };

        var result = new HubSpotOptionsValidator().Validate(null, options);

        result.Failures.Should().HaveCount(7).And.OnlyContain(failure => failure.StartsWith("HubSpot, '"));
        string.Join('\n', result.Failures!).Should().NotContain("a b");
    }

    [Fact]
    public void Are_none_by_default() => new HubSpotOptionsValidator().Validate(null, new HubSpotOptions()).Succeeded.Should().BeTrue();

    [Fact]
    public void Stop_the_application_from_working()
    {
        using var services = new ServiceCollection().AddLogging()
            .AddCrmMapping(crm => crm.AddHubSpot(hubSpot => hubSpot.Configure(options => options.Patience = TimeSpan.FromSeconds(-1))))
            .BuildServiceProvider();

        var resolve = () => services.GetServices<ICrmAdapter>().ToList();

        resolve.Should().Throw<OptionsValidationException>();
    }

    [Fact]
    public void Are_told_with_all_else_that_is_wrong()
    {
        using var services = new ServiceCollection().AddLogging()
            .AddCrmMapping(crm => crm.AddHubSpot(hubSpot => hubSpot.Configure(options => options.Patience = TimeSpan.FromSeconds(-1))))
            .BuildServiceProvider();

        var start = () => services.GetRequiredService<IStartupValidator>().Validate();

        start.Should().Throw<CrmMappingConfigurationException>().Which.Mistakes.Select(static mistake => mistake.Code)
            .Should().Equal("CRM1101", "CRM1102", "CRM1107", "CRM1108");
    }

    [Fact]
    public void Stand_in_no_way_of_a_good_application()
    {
        using var services = new ServiceCollection().AddLogging()
            .AddCrmMapping(crm => crm.AddHubSpot(hubSpot => hubSpot.UseAccessToken("pat-na1-x").UseOAuth("id", "secret")))
            .BuildServiceProvider();

        services.GetServices<ICrmAdapter>().Should().ContainSingle().Which.Kind.Should().Be("HubSpot");
        services.GetRequiredService<IOptions<HubSpotOptions>>().Value.ClientSecret.Should().Be("secret");
    }
}
