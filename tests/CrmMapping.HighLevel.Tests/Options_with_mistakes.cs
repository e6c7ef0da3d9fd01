using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrmMapping.HighLevel.Tests;

[Trait("Rule", "S5")]
public sealed class Options_with_mistakes
{
    [Fact]
    public void Are_all_told_at_once()
    {
        var options = new HighLevelOptions
        {
            BaseAddress = new Uri("http://services.leadconnectorhq.com"),
            PrivateToken = "a b",
            ClientId = "id",
            WebhookKey = "none",
            BelievesOlderSignature = true,
            OlderWebhookKey = "none",
            ReplayWindow = TimeSpan.Zero,
            SearchLag = TimeSpan.FromHours(2),
            RequestTimeout = TimeSpan.Zero,
            Patience = TimeSpan.FromSeconds(-1),
            RequestsPerTenSeconds = 0,
        };

        var result = new HighLevelOptionsValidator().Validate(null, options);

        result.Failures.Should().HaveCount(11).And.OnlyContain(failure => failure.StartsWith("HighLevel, '"));
        string.Join('\n', result.Failures!).Should().NotContain("a b");
    }

    [Fact]
    public void Are_none_by_default() => new HighLevelOptionsValidator().Validate(null, new HighLevelOptions()).Succeeded.Should().BeTrue();

    [Fact]
    public void Stand_in_no_way_of_a_good_application()
    {
        using var services = new ServiceCollection().AddLogging()
            .AddCrmMapping(crm => crm.AddHighLevel(highLevel => highLevel.UsePrivateToken("pit-x", "loc1").UseOAuth("id", "secret")))
            .BuildServiceProvider();

        var adapter = services.GetServices<ICrmAdapter>().Should().ContainSingle().Which;
        (adapter.Kind, adapter.Traits.DefaultCreation, adapter.Traits.DefaultUpdate).Should().Be(("HighLevel", SyncFlow.BothWays, SyncFlow.FromCrm));
        services.GetRequiredService<IOptions<HighLevelOptions>>().Value.LocationId.Should().Be("loc1");
    }
}
