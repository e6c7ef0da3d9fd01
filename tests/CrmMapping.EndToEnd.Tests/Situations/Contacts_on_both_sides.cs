using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

public sealed class Contacts_on_both_sides
{
    [Fact, Trait("Rule", "O1")]
    public async Task Are_all_pulled_once()
    {
        await using var host = await SyncHost.StartAsync();
        host.AddToCrm("ada@example.com", "Ada", "+14155550101", "London");
        host.AddToCrm("bob@example.com", "Bob");
        var known = await host.AddAsync("ada@example.com", "Ada");

        var first = await host.PullAsync();
        var second = await host.PullAsync();

        first.Counts.Should().Be(new OperationCounts { Contacts = 2, CreatedLocal = 1, UpdatedLocal = 1, Linked = 1, NewNumbers = 1 });
        second.Counts.Should().Be(new OperationCounts { Contacts = 2 });
        (await host.PersonAsync(known)).City.Should().Be("London");
        await host.ExpectEqualSidesAsync();
    }

    [Theory, Trait("Rule", "O1"), Trait("Rule", "D2")]
    [InlineData(SyncFlow.BothWays, SyncFlow.BothWays, "ada in Paris", "bob in Rome")]
    [InlineData(SyncFlow.BothWays, SyncFlow.FromCrm, "ada in London", "bob in Rome")]
    [InlineData(SyncFlow.FromCrm, SyncFlow.BothWays, "ada in Paris")]
    public async Task Are_all_pushed_that_the_settings_let_through_and_of_their_tenant_alone(
        SyncFlow creation, SyncFlow update, params string[] expected)
    {
        await using var host = await SyncHost.StartAsync(h => h.ContactCreation(creation).ContactUpdate(update));
        host.AddToCrm("ada@example.com", "ada", city: "London");
        await host.PullAsync();
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("ada@example.com"), p => p.City = "Paris");
        await host.AddAsync("bob@example.com", "bob", city: "Rome");
        await host.Contacts.AddAsync(new Person { Email = "cyd@example.com", FirstName = "cyd" }, "another tenant");

        var run = await host.PushAsync();

        run.State.Should().Be(OperationState.Completed, run.Message);
        host.Crm.Contacts.All.Select(c => $"{c["firstname"]} in {c["city"]}").Should().BeEquivalentTo(expected);
    }

    [Fact, Trait("Rule", "D3")]
    public async Task Are_created_on_the_other_one()
    {
        await using var host = await SyncHost.StartAsync();
        await host.PullAsync();
        await host.AddAsync("ada@example.com", "Ada");
        host.AddToCrm("bob@example.com", "Bob");

        await host.SyncToRestAsync();

        host.CrmSide().Should().HaveCount(2);
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "D3")]
    public async Task Are_created_on_this_one_alone_where_creation_comes_from_the_crm()
    {
        await using var host = await SyncHost.StartAsync(h => h.ContactCreation(SyncFlow.FromCrm));
        await host.PullAsync();
        await host.AddAsync("ada@example.com", "Ada");
        host.AddToCrm("bob@example.com", "Bob");

        await host.SyncToRestAsync();
        await host.PushAsync();

        host.CrmSide().Should().Equal("- | bob@example.com | Bob | - | - | -");
        (await host.LocalSideAsync()).Should().Equal("- | ada@example.com | Ada | - | - | -", "- | bob@example.com | Bob | - | - | -");
    }

    [Fact, Trait("Rule", "D4")]
    public async Task Take_the_crm_s_updates_alone_where_updates_come_from_the_crm()
    {
        await using var host = await SyncHost.StartAsync(h => h.ContactUpdate(SyncFlow.FromCrm));
        var ada = host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await host.Contacts.UpdateAsync(id, p => p.LastName = "Lovelace");
        host.Crm.Contacts.Update(ada.Id, "city", "London");

        await host.SyncToRestAsync();

        host.CrmWrites.Should().Be(0);
        host.Crm.Contacts.Find(ada.Id)!["lastname"].Should().BeNull();
        (await host.PersonAsync(id)).Should().BeEquivalentTo(
            new Person { Email = "ada@example.com", FirstName = "Ada", LastName = "Lovelace", City = "London" }, o => o.Excluding(p => p.Stage));
    }

    [Fact, Trait("Rule", "O1")]
    public async Task Are_not_pushed_where_both_settings_come_from_the_crm()
    {
        await using var host = await SyncHost.StartAsync(
            h => h.ContactCreation(SyncFlow.FromCrm).ContactUpdate(SyncFlow.FromCrm));
        await host.AddAsync("ada@example.com", "Ada");

        var run = await host.PushAsync();

        run.State.Should().Be(OperationState.Failed);
        run.Message.Should().Contain("Push sends nothing");
        host.Crm.RequestCount.Should().Be(0);
    }

    [Fact, Trait("Rule", "X4"), Trait("Rule", "X5"), Trait("Rule", "X7")]
    public async Task Rest_after_each_edit_changed_the_other_side_once()
    {
        await using var host = await SyncHost.StartAsync();
        var crm = host.AddToCrm("ada@example.com", "Ada", "+14155550101");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await host.Contacts.UpdateAsync(id, p => p.FirstName = "Augusta");
        host.Crm.Contacts.Update(crm.Id, "city", "London");

        await host.SyncToRestAsync();

        host.Crm.Contacts.History(crm.Id, "firstname").Select(h => h.Value).Should().Equal("Augusta", "Ada");
        host.Crm.Contacts.History(crm.Id, "city").Should().ContainSingle();
        host.CrmWrites.Should().Be(1);
        await host.ExpectEqualSidesAsync();
        await host.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "F8")]
    public async Task Keep_their_other_fields_in_sync_when_the_crm_refuses_one()
    {
        await using var host = await SyncHost.StartAsync();
        await host.PullAsync();
        var id = await host.AddAsync("not an address", "Ada", "+14155550101", "London");
        await host.AddAsync("bob@example.com", "Bob");

        await host.SyncToRestAsync();

        host.CrmSide().Should().Equal("+14155550101 | - | Ada | - | London | -", "- | bob@example.com | Bob | - | - | -");
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.LocalId == id && i.Field == "Email");
    }

    [Fact, Trait("Rule", "S8")]
    public async Task Are_read_with_mapped_properties_alone()
    {
        var heard = new ConcurrentQueue<string>();
        await using var host = await SyncHost.StartAsync(services: services =>
            services.AddHttpClient("HubSpot").AddHttpMessageHandler(() => new Listener(heard)));
        var crm = host.Crm.Contacts.Create([new("email", "ada@example.com"), new("jobtitle", "unasked")]);
        await host.AddAsync("ada@example.com", "Ada");

        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await host.Contacts.UpdateAsync(id, p => p.Company = "here");
        host.Crm.Contacts.Update(crm.Id, "company", "there");
        await host.SyncToRestAsync();
        await host.RunAsync(s => s.SyncContactAsync(id));

        host.Crm.Requests.ByKind.Keys.Should().Contain(["contacts.list", "contacts.search", "contacts.batch.read"]);
        heard.Should().Contain(said => said.Contains("firstname")).And.NotContain(said => said.Contains("jobtitle"));
    }

    private sealed class Listener(ConcurrentQueue<string> heard) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            heard.Enqueue(Uri.UnescapeDataString(request.RequestUri!.PathAndQuery));
            if (request.Content is { } content)
            {
                heard.Enqueue(await content.ReadAsStringAsync(cancellationToken));
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
