using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_connection_that_is_paused
{
    [Fact, Trait("Rule", "O5"), Trait("Rule", "S1")]
    public async Task Is_left_alone_and_makes_up_for_what_happened_once_it_is_resumed()
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.AddToCrm("ada@example.com", "Ada");
        var bob = host.AddToCrm("bob@example.com", "Bob");
        await host.PullAsync();
        (await host.Sync.PauseAsync("an admin")).Saved!.State.Should().Be(ConnectionState.Paused);
        var requests = host.Crm.Requests.Count;

        await host.Contacts.UpdateAsync(await host.LocalIdAsync("ada@example.com"), p => p.City = "London");
        host.Crm.Contacts.Update(bob.Id, "city", "Rome");
        host.AddToCrm("eve@example.com", "Eve");
        await host.Notices.AcceptAsync([Changed(ada.Id), Changed(bob.Id)]);
        var run = await host.Sync.SyncChangesAsync();
        await run.SeeTroubleAsync();

        run.Trouble.Should().Contain("paused");
        host.Crm.Requests.Count.Should().Be(requests);
        (await host.Contacts.CountAsync()).Should().Be(2);
        (await host.Store.ReadNoticesAsync("HubSpot", host.Now, 10, default)).Should().HaveCount(2);

        (await host.Sync.ResumeAsync("an admin")).Saved!.State.Should().Be(ConnectionState.Active);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        (await run.WaitAsync()).State.Should().Be(OperationState.Completed);
        await host.SyncToRestAsync();

        host.CrmSide().Should().Equal(
            "- | ada@example.com | Ada | - | London | -", "- | bob@example.com | Bob | - | Rome | -", "- | eve@example.com | Eve | - | - | -");
        await host.ExpectEqualSidesAsync();
    }

    [Fact]
    public async Task Stops_a_run_after_the_batch_it_is_at_and_lets_it_go_on_there()
    {
        await using var host = await SyncHost.StartAsync();
        People(host, 250);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        host.Crm.Faults.Next(Emulators.FaultKind.Slow, "after=", count: 10);
        var run = await host.Sync.PullAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await run.WaitForAsync(r => r.Counts.CreatedLocal >= 100, patience.Token);

        await host.Sync.PauseAsync("an admin");
        await run.SeeTroubleAsync();

        run.Record.State.Should().Be(OperationState.Running);
        var created = (await host.Sync.ReadRunsAsync()).Single().Counts.CreatedLocal;
        created.Should().BeInRange(100, 200);
        host.Crm.Requests.Reset();
        await host.Sync.ResumeAsync("an admin");
        var ended = await run.WaitAsync(null, patience.Token);

        ended.State.Should().Be(OperationState.Completed);
        ended.Counts.CreatedLocal.Should().Be(250);
        host.Crm.Requests.Recent.Where(r => r.Kind == "contacts.list" && !r.Path.Contains("archived=true")).Should().OnlyContain(r => r.Path.Contains("after="));
        await host.ExpectEqualSidesAsync();
    }

    [Fact]
    public async Task Is_called_paused_no_more_once_its_run_goes_on()
    {
        await using var host = await SyncHost.StartAsync();
        People(host, 250);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.Sync.PauseAsync("an admin");
        var run = await host.Sync.PullAsync();
        await run.SeeTroubleAsync();
        var troubles = new List<string?>();

        await host.Sync.ResumeAsync("an admin");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await run.WaitForAsync(r => { if (r.Counts.CreatedLocal > 0) troubles.Add(run.Trouble); return false; }, patience.Token);

        troubles.Should().NotBeEmpty().And.OnlyContain(trouble => trouble == null);
    }

    [Fact]
    public async Task Keeps_nobody_else_from_being_worked()
    {
        await using var host = await SyncHost.StartAsync();
        var connections = (ICrmConnections)host.Services.GetService(typeof(ICrmConnections))!;
        await connections.CreateAsync(
            new Connection { Name = "Resting", Kind = "HubSpot", State = ConnectionState.Paused }, new CrmCredentials { AccessToken = host.Crm.AccessToken }, "an admin");
        var resting = await connections.GetAsync("Resting");
        var waiting = await resting.PullAsync();
        host.AddToCrm("ada@example.com", "Ada");

        (await host.PullAsync()).State.Should().Be(OperationState.Completed);

        (await resting.ReadRunsAsync()).Should().ContainSingle(r => r.Id == waiting.Id && r.State == OperationState.Waiting);
        await host.ExpectEqualSidesAsync();
    }

    [Fact]
    public async Task Is_paused_and_resumed_as_often_as_one_likes_and_each_change_is_remembered_with_who_made_it()
    {
        await using var host = await SyncHost.StartAsync();

        await host.Sync.PauseAsync("Ada");
        await host.Sync.PauseAsync("Bob");
        await host.Sync.ResumeAsync("Eve");
        await host.Sync.ResumeAsync("Mallory");

        (await host.Sync.ReadHistoryAsync()).Select(saved => (saved.SavedBy, saved.Connection.State, saved.Connection.Version)).Should().Equal(
            ("Eve", ConnectionState.Active, 2), ("Ada", ConnectionState.Paused, 1));
        host.Sync.Connection.Version.Should().Be(2);
        host.Sync.Connection.Settings.ContactCreation.Should().Be(SyncFlow.BothWays, "what code declared is saved with it");
    }

    private static Notice Changed(string id) => new() { Connection = "HubSpot", Side = SyncSide.Crm, Id = id };

    private static void People(SyncHost host, int count)
    {
        for (var number = 0; number < count; number++)
        {
            host.AddToCrm($"p{number}@example.com", $"P{number}");
        }
    }
}
