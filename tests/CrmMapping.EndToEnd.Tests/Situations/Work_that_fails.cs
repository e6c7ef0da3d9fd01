using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets one piece of work fail again and again, and looks whether the others go on.</summary>
public sealed class Work_that_fails
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact, Trait("Rule", "F8"), Trait("Rule", "O3"), Trait("Rule", "S3")]
    public async Task On_one_contact_by_hand_ends_with_its_cause_and_blocks_nothing()
    {
        HastyHost? hasty = null;
        await using var host = await SyncHost.StartAsync(
            services: s => s.Decorate<IContactRepository<Person>>(inner => hasty = new HastyHost(inner)));
        host.AddToCrm("ada@example.com", "Ada");
        host.AddToCrm("bob@example.com", "Bob");
        await host.PullAsync();
        var (ada, bob) = (await host.LocalIdAsync("ada@example.com"), await host.LocalIdAsync("bob@example.com"));
        await host.Contacts.UpdateAsync(bob, p => p.City = "Rome");
        hasty!.Breaks = id => id == ada;

        var broken = await host.Sync.SyncContactAsync(ada);
        var changes = await host.SyncChangesAsync();
        var ended = await broken.WaitAsync().WaitAsync(Patience);

        changes.State.Should().Be(OperationState.Completed);
        host.Crm.Contacts.FindByEmail("bob@example.com")!["city"].Should().Be("Rome");
        ended.State.Should().Be(OperationState.Failed);
        ended.Message.Should().Contain("InvalidOperationException").And.NotContain("ada@example.com");
    }

    [Fact, Trait("Rule", "O3"), Trait("Rule", "S7")]
    public async Task On_all_changes_does_not_keep_a_person_waiting_for_one_contact()
    {
        await using var host = await SyncHost.StartAsync();
        host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await host.Contacts.UpdateAsync(id, p => p.City = "Rome");
        host.Crm.Faults.Plan = new FaultPlan { ServerError = 1, PathContains = "search" };
        var changes = await host.Sync.SyncChangesAsync();
        using var patience = new CancellationTokenSource(Patience);
        while (changes.Trouble is null)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), host.Time, patience.Token);
        }

        var one = await (await host.Sync.SyncContactAsync(id)).WaitAsync(null, patience.Token);

        one.State.Should().Be(OperationState.Completed);
        host.Crm.Contacts.FindByEmail("ada@example.com")!["city"].Should().Be("Rome");
        (await host.Store.FindRunAsync("HubSpot", changes.Id, default))!.EndedAt.Should().BeNull();
        host.Crm.Faults.Clear();
        (await changes.WaitAsync(null, patience.Token)).State.Should().Be(OperationState.Completed);
    }

    [Fact, Trait("Rule", "O2")]
    public async Task For_a_while_is_not_forgotten_among_a_hundred_runs_that_came_later()
    {
        await using var host = await SyncHost.StartAsync();
        host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        host.Crm.Faults.Plan = new FaultPlan { ServerError = 1, PathContains = "limit=" };
        var pull = await host.Sync.PullAsync();
        using var patience = new CancellationTokenSource(Patience);
        for (var n = 0; n < 101; n++)
        {
            await (await host.Sync.SyncContactAsync(id)).WaitAsync(null, patience.Token);
        }

        host.Crm.Faults.Clear();
        host.Time.Advance(TimeSpan.FromMinutes(5));
        var ended = await pull.WaitAsync(null, patience.Token);

        ended.State.Should().Be(OperationState.Completed);
    }

    [Fact, Trait("Rule", "S1"), Trait("Rule", "F8")]
    public async Task In_the_host_s_database_is_tried_again_and_nothing_is_lost()
    {
        HastyHost? hasty = null;
        await using var host = await SyncHost.StartAsync(
            services: s => s.Decorate<IContactRepository<Person>>(inner => hasty = new HastyHost(inner)));
        var crm = host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        host.Crm.Contacts.Update(crm.Id, "city", "London");
        var tries = 0;
        hasty!.Breaks = _ => ++tries <= 3;

        await host.SyncToRestAsync();

        tries.Should().BeGreaterThan(3);
        await host.ExpectEqualSidesAsync();
        await host.ExpectRestAsync();
    }
}
