using System.Net;
using CrmMapping.HubSpot;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrmMapping.AspNetCore.Tests;

public sealed class A_webhook_of_hubspot
{
    private const string Body =
        """[{"eventId":100,"subscriptionId":25,"portalId":1234567,"appId":4242,"occurredAt":1790000000000,"subscriptionType":"contact.propertyChange","attemptNumber":0,"objectId":512,"propertyName":"firstname","propertyValue":"Zoë","changeSource":"CRM_UI","sourceId":"userId:77"}]""";

    // Signed for POST https://hooks.example.com/hubspot, by the secret below, at the time below.
    private const string Signature = "WhtSa7NvcrNqqBHa1OCEXjE9SDfotixno5nOaMzifTY=";
    private const string SignedAt = "1790000001000";

    [Fact]
    public async Task Is_kept_when_its_signature_is_right()
    {
        await using var site = await WebhookSite.StartAsync(HubSpot);

        var answer = await site.SendAsync(Delivery(Body));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        site.Store.Notices.Should().Equal(new Notice
        {
            Connection = "HubSpot",
            Side = SyncSide.Crm,
            Id = "512",
            Field = "firstname",
            At = Instant.FromUnixTimeMilliseconds(1_790_000_000_000),
        });
    }

    [Theory, Trait("Rule", "S2")]
    [InlineData("512", "513", 0)]
    [InlineData("Zoë", "Zoe", 0)]
    [InlineData("", "", 301)]
    [InlineData("", "", -301)]
    public async Task Changes_nothing_when_it_is_another_or_too_old(string was, string became, int seconds)
    {
        await using var site = await WebhookSite.StartAsync(HubSpot);
        site.Time.Now += TimeSpan.FromSeconds(seconds);

        var answer = await site.SendAsync(Delivery(was.Length == 0 ? Body : Body.Replace(was, became, StringComparison.Ordinal)));

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        site.Store.Notices.Should().BeEmpty();
        site.WakeUps.Signalled.Should().BeEmpty();
    }

    [Fact, Trait("Rule", "S2")]
    public async Task Changes_nothing_when_it_is_not_signed()
    {
        await using var site = await WebhookSite.StartAsync(HubSpot);
        var delivery = Delivery(Body);
        delivery.Headers.Clear();

        (await site.SendAsync(delivery)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

        site.Store.Notices.Should().BeEmpty();
    }

    private static void HubSpot(CrmMappingBuilder crm) => crm.AddHubSpot(hubSpot => hubSpot
        .UseAccessToken("token")
        .UseContactMap<InventedMap>()
        .Configure(options =>
        {
            options.WebhookSecret = "crmmapping-test-secret-0001";
            options.PublicUrl = new Uri("https://hooks.example.com/hubspot");
        }));

    private static HttpRequestMessage Delivery(string body) => new(HttpMethod.Post, "http://localhost/crm-webhooks/hubspot")
    {
        Content = new StringContent(body),
        Headers = { { "X-HubSpot-Signature-v3", Signature }, { "X-HubSpot-Request-Timestamp", SignedAt } },
    };
}
