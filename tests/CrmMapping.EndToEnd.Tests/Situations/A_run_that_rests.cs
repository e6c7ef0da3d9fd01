using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_run_that_rests
{
    [Fact, Trait("Rule", "O2")]
    public async Task Goes_on_where_it_stopped()
    {
        await using var host = await SyncHost.StartAsync();
        var run = await StartedPullAsync(host);
        await run.PauseAsync();
        await run.WaitForAsync(r => r.State == OperationState.Paused, Patience());
        var written = await host.Contacts.CountAsync();

        await run.ResumeAsync();
        var ended = await run.WaitAsync(null, Patience());

        written.Should().BeInRange(100, 349);
        ended.State.Should().Be(OperationState.Completed);
        ended.Counts.CreatedLocal.Should().Be(350);
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "O2")]
    public async Task Lets_other_work_pass_and_stays_the_one_of_its_kind()
    {
        await using var host = await SyncHost.StartAsync();
        var run = await StartedPullAsync(host);
        await run.PauseAsync();
        await run.WaitForAsync(r => r.State == OperationState.Paused, Patience());
        var id = await host.AddAsync("ada@example.com", "Ada");

        var one = await host.RunAsync(s => s.SyncContactAsync(id));
        var again = await host.Sync.PullAsync();

        one.Counts.CreatedCrm.Should().Be(1);
        again.Id.Should().Be(run.Id);
        (await run.ReadAsync()).State.Should().Be(OperationState.Paused);
    }

    [Fact, Trait("Rule", "O2")]
    public async Task Can_be_cancelled()
    {
        await using var host = await SyncHost.StartAsync();
        var run = await StartedPullAsync(host);
        await run.PauseAsync();
        await run.WaitForAsync(r => r.State == OperationState.Paused, Patience());

        await run.CancelAsync();
        var ended = await run.WaitAsync(null, Patience());

        ended.State.Should().Be(OperationState.Cancelled);
        (await host.Contacts.CountAsync()).Should().Be(ended.Counts.CreatedLocal).And.BeLessThan(350);
    }

    [Fact, Trait("Rule", "O2")]
    public async Task Is_remembered_with_the_last_of_each_kind_once_it_has_ended()
    {
        await using var host = await SyncHost.StartAsync();
        host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        await host.RunAsync(s => s.StartPreviewAsync(OperationKind.Pull));
        var last = await host.PullAsync();
        await host.SyncChangesAsync();

        var runs = await host.Sync.ReadLastRunsAsync();

        runs.Select(r => r.Kind).Should().BeEquivalentTo([OperationKind.Pull, OperationKind.SyncChanges]);
        runs.Single(r => r.Kind == OperationKind.Pull).Should().Be(last);
    }

    private static async Task<OperationRun> StartedPullAsync(SyncHost host)
    {
        for (var n = 0; n < 350; n++)
        {
            host.AddToCrm($"p{n}@example.com", "F", $"+1415555{n:0000}");
        }

        host.Crm.Faults.Next(FaultKind.Slow, "after=", count: 10);
        var run = await host.Sync.PullAsync();
        await run.WaitForAsync(r => r.Counts.CreatedLocal >= 100, Patience());
        return run;
    }

    private static CancellationToken Patience() => new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token;
}
