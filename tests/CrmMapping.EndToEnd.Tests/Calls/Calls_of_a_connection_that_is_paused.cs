namespace CrmMapping.EndToEnd.Tests;

public sealed class Calls_of_a_connection_that_is_paused
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Are_caught_up_once_it_is_resumed_unless_nobody_wants_that(bool catchUp)
    {
        await using var host = await CallHost.StartAsync(new CallSettings { LogCalls = true, CatchUp = catchUp });
        host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();
        await host.Host.Sync.PauseAsync("an admin");

        var call = host.Telephony.Set(host.Call("1"));
        await host.Calls.AcceptAsync(PlayedTelephony.Account.Name, [call]);
        host.Host.Time.Advance(TimeSpan.FromMinutes(1));
        host.Tasks.Count.Should().Be(0);
        await host.Host.Sync.ResumeAsync("an admin");
        await host.SettleAsync();
        await host.RetagAsync(call, PlayedTelephony.BadCall);
        await host.TellAsync(host.Call("2"));

        host.Logged().Should().Equal(catchUp ? ["1: No answer", "2: Connected"] : ["2: Connected"]);
    }
}
