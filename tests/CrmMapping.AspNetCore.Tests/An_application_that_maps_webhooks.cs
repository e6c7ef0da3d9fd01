using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrmMapping.AspNetCore.Tests;

public sealed class An_application_that_maps_webhooks
{
    [Fact]
    public void Is_told_when_there_is_nobody_to_give_them_to()
    {
        var application = WebApplication.CreateSlimBuilder().Build();

        application.Invoking(a => a.MapCrmMappingWebhooks())
            .Should().Throw<InvalidOperationException>().WithMessage("*AddCrmMapping*");
    }

    [Fact, Trait("Rule", "S5")]
    public async Task Is_told_every_wrong_option_at_start()
    {
        var start = () => WebhookSite.StartAsync(webhooks =>
        {
            webhooks.PublicUrl = new Uri("ftp://example.com");
            webhooks.MaxBodyBytes = 0;
            webhooks.RetryAfter = TimeSpan.Zero;
        });

        (await start.Should().ThrowAsync<CrmMappingConfigurationException>())
            .Which.Message.Should().Contain("'PublicUrl'").And.Contain("'MaxBodyBytes'").And.Contain("'RetryAfter'");
    }

    [Fact]
    public void Says_what_else_it_wants_of_them()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddCrmMapping(static _ => { });
        var application = builder.Build();

        application.MapCrmMappingWebhooks("/hooks").RequireHost("hooks.example.com");

        var endpoints = ((IEndpointRouteBuilder)application).DataSources.SelectMany(source => source.Endpoints).ToList();
        endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!.TrimEnd('/'))
            .Should().BeEquivalentTo("/hooks", "/hooks/{kind}");
        endpoints.Should().OnlyContain(endpoint => endpoint.Metadata.GetMetadata<IHostMetadata>()!.Hosts[0] == "hooks.example.com");
    }
}
