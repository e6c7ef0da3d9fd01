using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.AspNetCore.Tests;

public sealed class A_genuine_webhook
{
    [Theory]
    [InlineData("http://localhost/crm-webhooks/invented")]
    [InlineData("http://localhost/crm-webhooks/INVENTED")]
    [InlineData("http://localhost/crm-webhooks")]
    [InlineData("http://localhost/crm-webhooks/invented?a=%2Fb%20c")]
    public async Task Is_kept_and_wakes_its_connection(string url)
    {
        await using var site = await WebhookSite.StartAsync();

        var answer = await site.SendAsync("changed 7 8", url);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        site.Store.Notices.Should().Equal(Changed("7"), Changed("8"));
        site.WakeUps.Signalled.Should().Equal("Invented east");
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_answered_only_once_it_is_durable()
    {
        await using var site = await WebhookSite.StartAsync();
        var durable = new TaskCompletionSource();
        site.Store.Durable = durable.Task;

        var answer = site.SendAsync("changed 7");
        await site.Store.Asked.Task;

        answer.IsCompleted.Should().BeFalse();
        site.WakeUps.Signalled.Should().BeEmpty();
        durable.SetResult();
        (await answer).StatusCode.Should().Be(HttpStatusCode.OK);
        site.Store.Notices.Should().Equal(Changed("7"));
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_asked_for_again_when_it_cannot_be_kept()
    {
        await using var site = await WebhookSite.StartAsync(webhooks => webhooks.RetryAfter = TimeSpan.FromSeconds(90));
        site.Store.Durable = Task.FromException(new SyncStoreException("sync.db", "is full.", isPassing: true));

        var answer = await site.SendAsync("changed 7");

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(90));
        site.WakeUps.Signalled.Should().BeEmpty();
        site.Log.Text.Should().Contain("4004 Error Invented").And.Contain("'sync.db' is full.");
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_kept_even_when_the_crm_waits_no_longer()
    {
        await using var site = await WebhookSite.StartAsync();
        var durable = new TaskCompletionSource();
        site.Store.Durable = durable.Task;
        using var hangUp = new CancellationTokenSource();

        _ = site.SendAsync(
            new StringContent("changed 7"), WebhookSite.Address, InventedCrm.Sign(WebhookSite.Address, "changed 7"), hangUp.Token);
        await site.Store.Asked.Task;
        await hangUp.CancelAsync();
        durable.SetResult();
        await site.WakeUps.First;

        site.Store.Notices.Should().Equal(Changed("7"));
    }

    [Fact]
    public async Task Has_arrived_although_nobody_could_be_woken()
    {
        await using var site = await WebhookSite.StartAsync();
        site.WakeUps.Failure = new InvalidOperationException("The queue is gone.");

        var answer = await site.SendAsync("changed 7");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        site.Store.Notices.Should().Equal(Changed("7"));
        site.Log.Text.Should().Contain("1020 Warning Invented east").And.Contain("The queue is gone.");
    }

    [Fact]
    public async Task Is_proved_over_the_public_address_where_a_proxy_changed_it()
    {
        await using var site = await WebhookSite.StartAsync(webhooks => webhooks.PublicUrl = new Uri("https://hooks.example.com/app/"));

        var answer = await site.SendAsync(
            "changed 7", signature: InventedCrm.Sign("https://hooks.example.com/app/crm-webhooks/invented", "changed 7"));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Needs_its_crm_named_where_several_send_webhooks()
    {
        await using var site = await WebhookSite.StartAsync(
            crm => InventedBuilder.Add(InventedBuilder.Add(crm, "Invented"), "Dreamt"));

        (await site.SendAsync("changed 7", "http://localhost/crm-webhooks")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await site.SendAsync("changed 7", "http://localhost/crm-webhooks/dreamt")).StatusCode.Should().Be(HttpStatusCode.OK);

        site.Store.Notices.Should().ContainSingle().Which.Connection.Should().Be("Dreamt east");
        site.Log.Text.Should().Contain("4006 Warning").And.Contain("2 of the CRMs");
    }

    [Fact]
    public async Task Finds_a_connection_that_was_added_meanwhile()
    {
        await using var site = await WebhookSite.StartAsync();
        await site.SendAsync("changed 7");
        site.Connections.Store(new Connection { Name = "Invented west", Kind = "Invented" });

        site.Time.Now += TimeSpan.FromSeconds(5);
        await site.SendAsync("changed 8");

        site.WakeUps.Signalled.Should().Equal("Invented east", "Invented west", "Invented east");
    }

    [Fact, Trait("Rule", "E8")]
    public async Task Tells_a_disconnected_connection_nothing()
    {
        await using var site = await WebhookSite.StartAsync();
        site.Connections.Store(new Connection { Name = "Invented east", Kind = "Invented", State = ConnectionState.Disconnected });
        site.Connections.Store(new Connection { Name = "Invented west", Kind = "Invented", State = ConnectionState.Paused });

        (await site.SendAsync("changed 7")).StatusCode.Should().Be(HttpStatusCode.OK);

        site.Store.Notices.Should().Equal(Changed("7") with { Connection = "Invented west" });
        site.WakeUps.Signalled.Should().Equal("Invented west");
    }

    [Fact]
    public async Task May_come_another_way_than_by_http()
    {
        await using var site = await WebhookSite.StartAsync();
        var notices = site.Services.GetRequiredService<ICrmNotices>();

        await notices.AcceptAsync([Changed("7")]);
        await notices.AcceptAsync([]);

        site.Store.Notices.Should().Equal(Changed("7"));
        site.WakeUps.Signalled.Should().Equal("Invented east");
        await notices.Invoking(n => n.AcceptAsync([Changed(" ")])).Should().ThrowAsync<ArgumentException>();
    }

    private static Notice Changed(string id) => new() { Connection = "Invented east", Side = SyncSide.Crm, Id = id };
}
