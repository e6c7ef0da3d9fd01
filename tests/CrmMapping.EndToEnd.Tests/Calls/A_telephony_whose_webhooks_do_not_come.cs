using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_telephony_whose_webhooks_do_not_come
{
    [Theory, Trait("Rule", "S1")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_asked_for_what_happened_since_whether_calls_are_logged_or_counted_alone(bool isLogged)
    {
        await using var host = await CallHost.StartAsync(
            new CallSettings { LogCalls = isLogged },
            static services => services.AddCrmMapping(static crm => crm.TrackActivity<Customer>(
                static (contact, activity) => contact.Notes = $"{activity.OutboundCalls.Count} calls")));
        host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();
        host.Telephony.Set(host.Call("long ago") with { StartedAt = host.Now - Duration.FromHours(7) });
        await PollAsync(host);
        await host.TellAsync(host.Call("1"));
        host.Telephony.Set(host.Call("2"));

        host.Host.Time.Advance(TimeSpan.FromMinutes(20));
        await PollAsync(host);
        await PollAsync(host);
        await host.SettleAsync();

        host.Logged().Should().Equal(isLogged ? ["1: Connected", "2: Connected"] : []);
        (await host.Host.CustomerAsync("1")).Notes.Should().Be("2 calls");
    }

    // A host that starts asks at once.
    private static async Task PollAsync(CallHost host)
    {
        var service = host.Host.Services.GetServices<IHostedService>().Last();
        var before = await host.Store.FindPolledAsync(PlayedTelephony.Account.Name, default);
        await service.StartAsync(default);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await host.Store.FindPolledAsync(PlayedTelephony.Account.Name, default) == before)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }

        await service.StopAsync(default);
    }
}
