namespace CrmMapping.EndToEnd.Tests;

public sealed class A_change_that_was_read_already
{
    // A search for changes and a page of the bin.
    private static readonly Dictionary<string, int> Poll = new() { ["contacts.search"] = 1, ["contacts.list"] = 1 };

    [Fact]
    public async Task Is_not_read_again_when_the_search_tells_of_it()
    {
        await using var host = await SyncHost.StartAsync();
        var crm = host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        host.Crm.Contacts.Update(crm.Id, "city", "London");
        var id = await host.LocalIdAsync("ada@example.com");
        await host.RunAsync(s => s.SyncContactAsync(id));
        host.Crm.Requests.Reset();

        await host.SyncChangesAsync();

        host.Crm.Requests.ByKind.Should().BeEquivalentTo(Poll);
        await host.ExpectEqualSidesAsync();
    }

    [Fact]
    public async Task Is_not_read_again_after_a_pull_that_began_before_it_was_in_the_index()
    {
        await using var host = await SyncHost.StartAsync();
        host.AddToCrm("ada@example.com", "Ada");
        var pull = await host.Sync.PullAsync();
        await pull.WaitAsync();
        host.Crm.Requests.Reset();

        await host.SyncChangesAsync();

        host.Crm.Requests.ByKind.Should().BeEquivalentTo(Poll);
    }

    [Fact, Trait("Rule", "X4")]
    public async Task Is_read_again_where_it_was_written_to_after_it_was_read()
    {
        HastyHost? hasty = null;
        await using var host = await SyncHost.StartAsync(
            services: s => s.Decorate<IContactRepository<Person>>(inner => hasty = new HastyHost(inner)));
        var crm = host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("ada@example.com"), p => p.LastName = "Lovelace");
        hasty!.WhileReading = () => host.Crm.Contacts.Update(crm.Id, "city", "London");

        await host.SyncToRestAsync();

        host.CrmSide().Should().Equal("- | ada@example.com | Ada | Lovelace | London | -");
        await host.ExpectEqualSidesAsync();
    }
}
