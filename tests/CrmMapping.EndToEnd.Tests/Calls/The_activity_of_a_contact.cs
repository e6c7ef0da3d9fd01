using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

public sealed class The_activity_of_a_contact
{
    private const string Bob = "+14155550102";

    [Fact, Trait("Rule", "S1")]
    public async Task Is_what_its_calls_and_messages_add_up_to_in_any_order_and_is_synced_like_any_field()
    {
        await using var host = await StartAsync(new CallSettings { LogCalls = true, LogMessages = true });
        var (first, second) = (host.Call("1", PlayedTelephony.BadCall), host.Call("2"));
        second = second with { StartedAt = second.StartedAt + Duration.FromSeconds(5) };

        await host.TellAsync(second);
        await host.TellAsync(first with { EndedAt = null, ToldAt = first.StartedAt });
        await host.TellAsync(first);
        await host.TellAsync(second with { Tags = [PlayedTelephony.Sold], ToldAt = host.Now + Duration.FromSeconds(1) });
        await host.TellAsync(first);
        await host.Calls.AcceptAsync(PlayedTelephony.Account.Name, [], [Message("7", "Hello"), Message("7", "Hello")]);
        await host.SettleAsync();
        await host.Host.SyncToRestAsync();

        (await host.Host.CustomerAsync("1")).Notes.Should().Be("2 calls, last Closed; 1 messages, last Hello");
        host.Host.Org.Contacts.All.Single()["Description"].Should().Be("2 calls, last Closed; 1 messages, last Hello");
        host.Logged().Where(line => line.StartsWith("1:") || line.StartsWith("2:")).Should().Equal("1: No answer", "2: Closed");
    }

    [Fact]
    public async Task Is_kept_where_calls_are_not_logged_and_for_a_contact_that_is_not_linked()
    {
        await using var host = await StartAsync(new CallSettings());
        await host.Host.Contacts.UpdateAsync("1", static contact => contact.Phone = null);
        var ida = await host.Host.Contacts.AddAsync(new Customer { Phone = CallHost.Ada, FirstName = "Ida" });

        await host.TellAsync(host.Call("1", PlayedTelephony.Sold));

        (await host.Host.CustomerAsync(ida)).Notes.Should().Be("1 calls, last Closed; 0 messages, last ");
        host.Tasks.Count.Should().Be(0);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Counts_what_was_logged_before_the_contact_came_here()
    {
        await using var host = await StartAsync(new CallSettings { LogCalls = true, LogMessages = true });
        host.Host.AddContact(Bob, "Bob");

        await host.TellAsync(host.Call("1") with { ContactNumber = Bob });
        await host.Calls.AcceptAsync(PlayedTelephony.Account.Name, [], [Message("7", "Hello") with { ContactNumber = Bob }]);
        await host.SettleAsync();
        host.Tasks.Count.Should().Be(2);
        (await host.Host.Sync.FindIssuesAsync()).Should().BeEmpty("nothing waits to be logged");

        await host.Host.PullAsync();
        await host.RetagAsync(host.Call("1") with { ContactNumber = Bob }, PlayedTelephony.Sold);
        host.Host.Time.Advance(TimeSpan.FromHours(1));
        await host.Host.SyncToRestAsync();
        await host.SettleAsync();

        (await host.Host.CustomerAsync("2")).Notes.Should().Be("1 calls, last Closed; 1 messages, last Hello");
        host.Tasks.Count.Should().Be(2);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Loses_nothing_to_an_edit_at_the_same_time_and_counts_nothing_twice_in_two_processes()
    {
        await using var host = await StartAsync(new CallSettings { LogCalls = true });
        var calls = Enumerable.Range(1, 40).Select(number => host.Call($"{number}")).ToList();

        await Task.WhenAll(calls.Select(async (call, number) =>
        {
            await host.Calls.AcceptAsync(PlayedTelephony.Account.Name, [host.Telephony.Set(call)]);
            await host.Host.Contacts.UpdateAsync("1", contact => contact.Title = $"{number}");
        }));
        await host.SettleAsync();
        await host.TellAsync(calls[0] with { Tags = [PlayedTelephony.Sold], ToldAt = host.Now + Duration.FromSeconds(1) });

        (await host.Host.CustomerAsync("1")).Notes.Should().StartWith("40 calls");
        (await host.Host.CustomerAsync("1")).Title.Should().NotBeNull();
        (await host.Store.ReadContactActivityAsync(Connection.DefaultTenant, "1", default)).OutboundCalls.Count.Should().Be(40);
    }

    private static async Task<CallHost> StartAsync(CallSettings settings)
    {
        var host = await CallHost.StartAsync(settings, services => services.AddCrmMapping(crm => crm.TrackActivity<Customer>((contact, activity) =>
            contact.Notes = $"{activity.InboundCalls.Count + activity.OutboundCalls.Count} calls, last {activity.LastCall?.Text}; "
                + $"{activity.InboundMessages.Count} messages, last {activity.InboundMessages.Last?.Text}")));
        host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();
        return host;
    }

    private static TextMessage Message(string id, string text) => new()
    {
        Id = id, Direction = CallDirection.Inbound, SentAt = Instant.FromUtc(2026, 1, 1, 0, 0), ContactNumber = CallHost.Ada, Text = text,
    };
}
