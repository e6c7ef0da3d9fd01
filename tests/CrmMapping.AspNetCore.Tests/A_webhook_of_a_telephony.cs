using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.AspNetCore.Tests;

public sealed class A_webhook_of_a_telephony
{
    private const string Address = "http://localhost/crm-webhooks/phones";

    private readonly InventedTelephony _telephony = new();
    private readonly KeptCalls _store = KeptCalls.Make();

    [Fact, Trait("Rule", "S1"), Trait("Rule", "S2")]
    public async Task Is_kept_for_the_connections_that_log_calls_and_wakes_them()
    {
        await using var site = await StartAsync();

        var answer = await site.SendAsync(new StringContent("token ended 7 8"), Address, "none");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        _store.Calls.Should().Equal(InventedTelephony.Call("7"), InventedTelephony.Call("8"));
        _store.Connections.Should().Equal("Invented logging");
        site.WakeUps.Signalled.Should().Equal("Invented logging");
    }

    [Fact, Trait("Rule", "S2")]
    public async Task Changes_nothing_and_reaches_no_store_while_it_is_not_believed()
    {
        await using var site = await StartAsync();
        await site.SendAsync(new StringContent("tok ended 7"), Address, "none");
        var reads = _telephony.Reads;

        var answer = await site.SendAsync(new StringContent("tok ended 7"), Address, "none");

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        _telephony.Reads.Should().Be(reads);
        _store.Calls.Should().BeEmpty();
        site.Log.Text.Should().Contain("4001 Warning Phones: a webhook was not believed: The token is none of ours.");
    }

    [Fact]
    public async Task Is_malformed_when_genuine_but_not_understood()
    {
        await using var site = await StartAsync();

        (await site.SendAsync(new StringContent("token rang"), Address, "none")).StatusCode.Should().Be(HttpStatusCode.BadRequest);

        _store.Calls.Should().BeEmpty();
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_asked_for_again_when_it_cannot_be_kept()
    {
        await using var site = await StartAsync();
        _store.Failure = new SyncStoreException("sync.db", "is full.", isPassing: true);

        var answer = await site.SendAsync(new StringContent("token ended 7"), Address, "none");

        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        site.WakeUps.Signalled.Should().BeEmpty();
    }

    private Task<WebhookSite> StartAsync() => WebhookSite.StartAsync(crm =>
    {
        crm.Services.AddSingleton<ITelephonyAdapter>(_telephony).AddSingleton<ITelephonyAccounts>(_telephony).AddSingleton((IActivityStore)(object)_store);
        InventedBuilder.Add(crm, "Invented");
        crm.AddConnection(new Connection
        {
            Name = "Invented logging", Kind = "Invented", Settings = new ConnectionSettings { Calls = new CallSettings { LogCalls = true } },
        });
        crm.AddConnection(new Connection
        {
            Name = "Invented elsewhere", Kind = "Invented", Tenant = "other", Settings = new ConnectionSettings { Calls = new CallSettings { LogCalls = true } },
        });
    });
}
