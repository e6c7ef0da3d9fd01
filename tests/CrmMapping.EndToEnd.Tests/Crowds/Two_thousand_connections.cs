namespace CrmMapping.EndToEnd.Tests;

[Trait("Rule", "S7")]
public sealed class Two_thousand_connections
{
    private const int Many = 2000;
    private const int Interval = 60;
    private const int AtOnce = 16;

    [Fact, Trait("Rule", "O5")]
    public async Task Are_each_asked_once_an_interval_spread_over_it_and_so_many_at_once()
    {
        await using var host = await CrowdedHost.StartAsync(new QuietCrm(), Many, AtOnce);

        for (var second = 0; second < Interval; second++)
        {
            var due = 1 + (Many * second / Interval);
            await host.Crm.WaitForAsync(due);
            host.Crm.PollCount.Should().Be(due, "nobody is asked early, in second {0}", second);
            host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await host.Crm.WaitForAsync(Many);
        host.Crm.Polls.Values.Should().OnlyContain(polls => polls <= 2);
        host.Crm.MostAtOnce.Should().BeLessThanOrEqualTo(AtOnce);
    }

    [Fact]
    public async Task Are_not_kept_waiting_by_one_that_never_answers_and_one_that_never_ends()
    {
        const int Some = 60;
        await using var host = await CrowdedHost.StartAsync(new QuietCrm { Silent = "0001", Endless = "0002" }, Some, atOnce: 2);
        var endless = await (await host.Connections.GetAsync("0002")).PullAsync();

        for (var second = 1; second < Interval; second++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await host.Crm.WaitForAsync(second);
        }

        host.Crm.Polls.Keys.Should().HaveCount(Some - 1).And.NotContain("0001");
        host.Crm.Pages.Should().BePositive();
        (await (await host.Connections.GetAsync("0002")).ReadRunsAsync())
            .Should().ContainSingle(r => r.Id == endless.Id && r.State == OperationState.Running);
    }
}
