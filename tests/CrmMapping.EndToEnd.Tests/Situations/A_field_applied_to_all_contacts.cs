using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_field_applied_to_all_contacts
{
    [Fact, Trait("Rule", "X6"), Trait("Rule", "O6")]
    public async Task Is_listed_first_and_written_only_on_request()
    {
        await using var host = await DriftedHostAsync();

        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.Backfill, "City"));
        var before = host.Crm.Contacts.FindByEmail("ada@example.com")!["city"];
        var run = await host.RunAsync(s => s.BackfillAsync("City"));

        preview.Counts.Should().BeEquivalentTo(new { Contacts = 2, Planned = 1, UpdatedCrm = 1 }, o => o.ExcludingMissingMembers());
        before.Should().Be("Rome");
        run.Counts.Should().BeEquivalentTo(new { Contacts = 2, UpdatedCrm = 1 }, o => o.ExcludingMissingMembers());
        run.Total.Should().Be(2);
        host.Crm.Contacts.FindByEmail("ada@example.com")!["city"].Should().Be("London");
        await host.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Is_written_as_it_was_shown()
    {
        await using var host = await DriftedHostAsync();
        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.Backfill, "City"));

        var applied = await host.RunAsync(s => s.ApplyPreviewAsync(preview.Id));

        applied.Counts.Should().BeEquivalentTo(new { Contacts = 1, UpdatedCrm = 1, Moved = 0 }, o => o.ExcludingMissingMembers());
        host.Crm.Contacts.FindByEmail("ada@example.com")!["city"].Should().Be("London");
        await host.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "O2")]
    public async Task Must_be_mapped()
    {
        await using var host = await SyncHost.StartAsync();

        var run = await host.RunAsync(s => s.BackfillAsync("Shoe size"));

        run.State.Should().Be(OperationState.Failed);
        run.Message.Should().StartWith("'Shoe size' is not mapped.");
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Looks_new_numbers_up_once_and_never_in_a_preview()
    {
        var lookup = new Lookup();
        await using var host = await SyncHost.StartAsync(services: services => services.AddSingleton<ILineTypeLookup>(lookup));
        host.AddToCrm("ada@example.com", "Ada", "+14155550101");
        host.AddToCrm("bob@example.com", "Bob", "no number");

        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.Pull));
        var lookedUp = lookup.Numbers.Count;
        var run = await host.PullAsync();
        await host.PullAsync();

        (preview.Counts.NewNumbers, lookedUp).Should().Be((1, 0));
        run.Counts.NewNumbers.Should().Be(1);
        lookup.Numbers.Should().Equal(new NewNumber(await host.LocalIdAsync("ada@example.com"), "Phone", "+14155550101"));
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Counts_a_new_number_once_that_several_contacts_share()
    {
        var lookup = new Lookup();
        await using var host = await SyncHost.StartAsync(services: services => services.AddSingleton<ILineTypeLookup>(lookup));
        host.AddToCrm("ada@example.com", "Ada", "+14155550101");
        host.AddToCrm("bob@example.com", "Bob", "+14155550101");

        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.Pull));
        var run = await host.PullAsync();

        run.Counts.CreatedLocal.Should().Be(2);
        (preview.Counts.NewNumbers, run.Counts.NewNumbers, lookup.Numbers.Count).Should().Be((1, 1, 1));
    }

    // City is → alone: what a person wrote into the CRM drifted there and was left.
    private static async Task<SyncHost> DriftedHostAsync()
    {
        var host = await SyncHost.StartAsync(hubSpot => hubSpot.UseContactMap<OwnedPersonMap>());
        await host.PullAsync();
        await host.AddAsync("ada@example.com", "Ada", city: "London");
        await host.AddAsync("bob@example.com", "Bob", city: "Paris");
        await host.SyncToRestAsync();
        host.Crm.Contacts.Update(host.Crm.Contacts.FindByEmail("ada@example.com")!.Id, "city", "Rome");
        await host.SyncToRestAsync();
        return host;
    }

    private sealed class Lookup : ILineTypeLookup
    {
        public List<NewNumber> Numbers { get; } = [];

        public Task LookUpAsync(string tenant, IReadOnlyList<NewNumber> numbers, CancellationToken cancellationToken)
        {
            Numbers.AddRange(numbers);
            return Task.CompletedTask;
        }
    }
}
