using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

public sealed class Sides_that_go_their_own_way
{
    [Fact, Trait("Rule", "X11")]
    public async Task Lose_no_edit_that_comes_between_reading_and_saving()
    {
        HastyHost? hasty = null;
        await using var host = await SyncHost.StartAsync(
            services: s => s.Decorate<IContactRepository<Person>>(inner => hasty = new HastyHost(inner)));
        var crm = host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        host.Crm.Contacts.Update(crm.Id, "city", "London");
        hasty!.Edit = id => host.Contacts.UpdateAsync(id, p => p.LastName = "Lovelace");

        await host.SyncToRestAsync();

        host.CrmSide().Should().Equal("- | ada@example.com | Ada | Lovelace | London | -");
        await host.ExpectEqualSidesAsync();
        await host.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "O8")]
    public async Task Put_aside_a_contact_that_the_host_is_never_ready_to_save()
    {
        HastyHost? hasty = null;
        await using var host = await SyncHost.StartAsync(
            services: s => s.Decorate<IContactRepository<Person>>(inner => hasty = new HastyHost(inner)));
        var crm = host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        host.Crm.Contacts.Update(crm.Id, "city", "London");
        hasty!.IsNeverReady = true;

        await host.SyncToRestAsync();

        hasty.Saves.Should().Be(host.Sync.Connection.Settings.MaxAttempts);
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.Quarantined);
    }

    [Fact, Trait("Rule", "F8")]
    public async Task Hold_back_what_the_host_refuses_and_nothing_else()
    {
        await using var host = await SyncHost.StartAsync(services: s => s.Decorate<IContactRepository<Person>>(
            static inner => new HastyHost(inner) { Refuses = p => p.City == "Atlantis" ? "There is no such city." : null }));
        var ada = host.AddToCrm("ada@example.com", "Ada");
        var bob = host.AddToCrm("bob@example.com", "Bob");
        await host.PullAsync();
        host.Crm.Contacts.Update(ada.Id, "city", "Atlantis");
        host.Crm.Contacts.Update(bob.Id, "city", "Rome");

        await host.SyncToRestAsync();

        (await host.PersonAsync(await host.LocalIdAsync("ada@example.com"))).City.Should().NotBe("Atlantis");
        (await host.PersonAsync(await host.LocalIdAsync("bob@example.com"))).City.Should().Be("Rome");
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.RefusedByHost);
        host.CrmWrites.Should().Be(0);
    }

    [Fact, Trait("Rule", "F8")]
    public async Task Still_send_the_crm_what_comes_from_here_where_the_host_refuses_what_comes_from_there()
    {
        await using var host = await SyncHost.StartAsync(
            h => h.UseContactMap<CarefulMap>(),
            s => s.Decorate<IContactRepository<Person>>(
                static inner => new HastyHost(inner) { Refuses = p => p.City == "Atlantis" ? "There is no such city." : null }));
        var ada = host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        host.Crm.Contacts.Update(ada.Id, "city", "Atlantis");
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("ada@example.com"), p => (p.LastName, p.Company) = ("Lovelace", "Engines"));

        await host.SyncToRestAsync();

        host.Crm.Contacts.Find(ada.Id)!["lastname"].Should().Be("Lovelace");
        host.Crm.Contacts.Find(ada.Id)!["company"].Should().BeNull("its condition holds only for what was refused");
        await host.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "X8")]
    public async Task Are_explained_field_by_field()
    {
        await using var host = await SyncHost.StartAsync();
        var crm = host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        host.Crm.Contacts.Update(crm.Id, "city", "London");

        var fields = await host.Sync.ExplainAsync(id);

        fields.Single(f => f.Mapping.Crm.Key == "city").Should().Match<FieldDecision>(f =>
            f.Reason == PlanReason.CrmChanged && f.Written == SyncSide.Local && f.NewValue == "London");
        fields.Single(f => f.Mapping.Crm.Key == "firstname").Should().Match<FieldDecision>(f =>
            f.Reason == PlanReason.Unchanged && f.Local == "Ada" && f.AgreedCrm == "Ada");
        fields.Should().OnlyContain(f => f.Evidence.Local.Certainty == TimeCertainty.Field && f.Evidence.Crm.Certainty == TimeCertainty.Record);
        fields.Should().HaveCount((await host.Sync.GetMappingAsync()).Mappings.Count);
    }

    [Fact, Trait("Rule", "X10")]
    public async Task Are_noticed_when_the_crm_ignores_a_write_and_no_loop_begins()
    {
        await using var host = await SyncHost.StartAsync();
        var crm = host.Crm.Contacts.Create([new("email", "ada@example.com"), new("lifecyclestage", "customer")]);
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await host.Contacts.UpdateAsync(id, p => p.Stage = "lead");

        await host.SyncToRestAsync();

        host.CrmWrites.Should().Be(1);
        host.Crm.Contacts.Find(crm.Id)!["lifecyclestage"].Should().Be("customer");
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.NotKeptByCrm && i.Field == "Stage");
        await host.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "X4")]
    public async Task Are_an_issue_until_they_meet_whatever_else_is_synced_meanwhile()
    {
        await using var host = await SyncHost.StartAsync();
        var crm = host.Crm.Contacts.Create([new("email", "ada@example.com"), new("lifecyclestage", "customer")]);
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await host.Contacts.UpdateAsync(id, p => p.Stage = "lead");
        await host.SyncToRestAsync();

        await host.Contacts.UpdateAsync(id, p => p.City = "London");
        host.Crm.Contacts.Update(crm.Id, "firstname", "Ada");
        await host.SyncToRestAsync();

        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.NotKeptByCrm && i.Field == "Stage");

        await host.Contacts.UpdateAsync(id, p => p.Stage = "customer");
        await host.SyncToRestAsync();

        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "O8")]
    public async Task Quarantine_a_record_that_fails_again_and_again_until_it_changes()
    {
        await using var host = await SyncHost.StartAsync();
        host.AddToCrm("ada@example.com", "Ada");
        var bob = host.AddToCrm("bob@example.com", "Bob");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await host.Contacts.UpdateAsync(id, p => p.City = "London");
        host.Crm.Contacts.Update(bob.Id, "city", "Rome");
        host.Crm.Faults.Plan = new FaultPlan { ServerError = 1, PathContains = "batch/update" };

        await host.SyncToRestAsync();

        (await host.PersonAsync(await host.LocalIdAsync("bob@example.com"))).City.Should().Be("Rome");
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.Quarantined && i.LocalId == id);

        host.Crm.Faults.Clear();
        await host.Contacts.UpdateAsync(id, p => p.LastName = "Lovelace");
        await host.SyncToRestAsync();

        await host.ExpectEqualSidesAsync();
        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "O5")]
    public async Task Meet_by_themselves_while_the_host_runs()
    {
        await using var host = await SyncHost.StartAsync(h => h.PollInterval(Duration.FromSeconds(5)));
        var crm = host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        var service = host.Services.GetServices<IHostedService>().First();
        await service.StartAsync(default);

        await host.Contacts.UpdateAsync(id, p => p.LastName = "Lovelace");
        host.Crm.Contacts.Update(crm.Id, "city", "London");

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (host.Crm.Contacts.Find(crm.Id)!["lastname"] != "Lovelace" || (await host.PersonAsync(id)).City != "London")
        {
            await Task.Delay(TimeSpan.FromSeconds(1), host.Time, patience.Token);
        }

        await service.StopAsync(default);
    }

    [Fact, Trait("Rule", "X9")]
    public async Task Pass_a_change_of_one_crm_on_to_the_other_once()
    {
        const string Token = "second";
        var time = TestTime.AtNoon();
        await using var second = await HubSpotEmulator.StartAsync(new HubSpotEmulatorOptions
        {
            TimeProvider = time, LimitsEnabled = false, SearchLag = Duration.FromSeconds(1), AccessTokens = [Token],
        });
        await using var first = await SyncHost.StartCrmAsync(time);
        var file = SyncHost.NewFile();
        await using (var host = await SyncHost.StartBesideAsync(first, time, file, new SyncSetup(Services: services =>
        {
            services.AddHttpClient("HubSpot").AddHttpMessageHandler(() => new TwoCrms(Token, second.BaseAddress));
            services.AddCrmMapping(crm => crm.AddConnection(
                new Connection
                {
                    Name = "Second", Kind = "HubSpot", Settings = new ConnectionSettings { ContactCreation = SyncFlow.BothWays },
                },
                new CrmCredentials { AccessToken = Token }));
        })))
        {
            var other = await host.Services.GetRequiredService<ICrmConnections>().GetAsync("Second");
            var crm = host.AddToCrm("ada@example.com", "Ada", "+14155550101");
            await host.PullAsync();
            await host.RunAsync(_ => other.PullAsync());
            await host.RunAsync(_ => other.PushAsync());
            host.Crm.Contacts.Update(crm.Id, "city", "London");

            for (var round = 0; round < 3; round++)
            {
                await host.SyncChangesAsync();
                await host.RunAsync(_ => other.SyncChangesAsync());
            }

            var twin = second.Contacts.All.Should().ContainSingle().Subject;
            twin["city"].Should().Be("London");
            second.Contacts.History(twin.Id, "city").Should().ContainSingle();
            host.CrmWrites.Should().Be(0);
            await host.ExpectEqualSidesAsync();
            await host.ExpectRestAsync();
        }

        SyncHost.Delete(file);
    }

    [Fact, Trait("Rule", "S7")]
    public async Task Of_one_connection_do_not_wait_for_another_that_gets_no_answer()
    {
        const string Token = "second";
        var time = TestTime.AtNoon();
        await using var second = await HubSpotEmulator.StartAsync(new HubSpotEmulatorOptions
        {
            TimeProvider = time, LimitsEnabled = false, SearchLag = Duration.FromSeconds(1), AccessTokens = [Token],
        });
        await using var first = await SyncHost.StartCrmAsync(time);
        var (file, held) = (SyncHost.NewFile(), new HeldRequests("limit="));
        await using (var host = await SyncHost.StartBesideAsync(first, time, file, new SyncSetup(Services: services =>
        {
            services.AddHttpClient("HubSpot").AddHttpMessageHandler(() => new TwoCrms(Token, second.BaseAddress));
            services.AddCrmMapping(crm => crm.AddConnection(new Connection { Name = "Second", Kind = "HubSpot" }, new CrmCredentials { AccessToken = Token }));
            held.HoldAt(services, first.BaseAddress);
        })))
        {
            host.AddToCrm("ada@example.com", "Ada");
            second.Contacts.Create([new("email", "bob@example.com")]);
            var other = await host.Services.GetRequiredService<ICrmConnections>().GetAsync("Second");
            var silent = await host.Sync.PullAsync();
            await held.First;

            var run = await host.RunAsync(_ => other.PullAsync());
            var meanwhile = await host.Store.FindRunAsync("HubSpot", silent.Id, default);
            held.LetGo();

            run.State.Should().Be(OperationState.Completed, run.Message);
            run.Counts.CreatedLocal.Should().Be(1);
            meanwhile!.EndedAt.Should().BeNull();
            (await silent.WaitAsync().WaitAsync(TimeSpan.FromMinutes(1))).State.Should().Be(OperationState.Completed);
        }

        SyncHost.Delete(file);
    }

    private sealed class CarefulMap : ContactMap<Person>
    {
        public CarefulMap()
        {
            Map(c => c.Email).To("email").Locked();
            Map(c => c.FirstName).To("firstname");
            Map(c => c.LastName).To("lastname");
            Map(c => c.City).To("city");
            Map(c => c.Company).To("company").When(c => c.City != null);
        }
    }
}
