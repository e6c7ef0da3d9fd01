namespace CrmMapping.EndToEnd.Tests;

public sealed class A_list_of_the_crm
{
    [Fact, Trait("Rule", "O1")]
    public async Task Brings_its_members_here_and_nobody_else()
    {
        await using var host = await SyncHost.StartAsync();
        var ids = People(host, 250);
        var list = host.Crm.Lists.Add("Callers", ids.Take(120));
        host.Crm.Contacts.Archive(ids[0]);

        var known = await host.Sync.ReadListsAsync();
        var run = await host.RunAsync(s => s.ImportListAsync(list));

        known.Should().Equal(new CrmList(list, "Callers", 120));
        run.State.Should().Be(OperationState.Completed, run.Message);
        run.Total.Should().Be(120);
        run.Counts.CreatedLocal.Should().Be(119);
        (await host.Contacts.CountAsync()).Should().Be(119);
    }

    [Fact, Trait("Rule", "O1")]
    public async Task Refreshes_its_members_and_nobody_else()
    {
        await using var host = await SyncHost.StartAsync();
        var ids = People(host, 3);
        await host.PullAsync();
        var list = host.Crm.Lists.Add("Callers", ids.Take(2));
        ids.ForEach(id => host.Crm.Contacts.Update(id, "city", "London"));

        var run = await host.RunAsync(s => s.ImportListAsync(list));

        run.Counts.Should().Be(new OperationCounts { Contacts = 2, UpdatedLocal = 2 });
        (await host.LocalSideAsync()).Count(line => line.Contains("London")).Should().Be(2);
    }

    [Fact, Trait("Rule", "O1")]
    public async Task Tells_who_its_members_are_once_a_number_and_writes_nothing()
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.AddToCrm("ada@example.com", "Ada", "+14155550101").Id;
        var twin = host.AddToCrm("twin@example.com", "Twin", "+14155550101").Id;
        var silent = host.AddToCrm("silent@example.com", "Silent").Id;
        await host.PullAsync();
        var before = await host.LocalSideAsync();
        var list = host.Crm.Lists.Add("Callers", [ada, twin, silent]);

        var run = await host.RunAsync(s => s.ResolveAudienceAsync(list));
        var lines = await (await host.Sync.FindRunAsync(run.Id))!.ReadLinesAsync().ToListAsync();

        lines.Select(line => (line.Kind, line.CrmId, line.Text)).Should().Equal(
            (OperationLineKind.Member, ada, "+14155550101"), (OperationLineKind.LeftOut, silent, "Has no phone number."));
        lines[0].LocalId.Should().Be(await host.LocalIdAsync("ada@example.com"));
        run.Counts.Contacts.Should().Be(3);
        (await host.LocalSideAsync()).Should().Equal(before);
    }

    [Fact, Trait("Rule", "O1")]
    public async Task Must_be_there()
    {
        await using var host = await SyncHost.StartAsync();

        var run = await host.RunAsync(s => s.ImportListAsync("404"));

        run.State.Should().Be(OperationState.Failed);
        run.Message.Should().Be("HubSpot: HubSpot has no list of contacts with the id '404'. Choose one of those that ReadListsAsync names.");
    }

    private static List<string> People(SyncHost host, int count) =>
        [.. Enumerable.Range(0, count).Select(n => host.AddToCrm($"p{n}@example.com", "F", $"+1415555{n:0000}").Id)];
}
