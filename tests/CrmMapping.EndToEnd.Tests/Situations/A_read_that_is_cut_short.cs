using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets a side leave out contacts that are there, and sees to it that nobody takes them for deleted.</summary>
public sealed class A_read_that_is_cut_short
{
    private const int People = 4;

    [Fact, Trait("Rule", "O7a"), Trait("Rule", "S1")]
    public async Task Of_the_host_deletes_nothing_in_the_crm_and_loses_no_change()
    {
        HastyHost? hasty = null;
        await using var host = await SyncHost.StartAsync(
            h => h.OnLocalDelete(OnLocalDelete.Archive),
            s => s.Decorate<IContactRepository<Person>>(inner => hasty = new HastyHost(inner)));
        await LinkedAsync(host);
        foreach (var contact in host.Crm.Contacts.All)
        {
            host.Crm.Contacts.Update(contact.Id, "city", "London");
        }

        hasty!.HidesContacts = true;
        await host.SyncChangesAsync();
        hasty.HidesContacts = false;

        (await host.Store.CountLinksAsync("HubSpot", default)).Should().Be(People);
        await host.SyncToRestAsync();
        host.CrmSide().Should().HaveCount(People).And.OnlyContain(line => line.Contains("London"));
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "O7a"), Trait("Rule", "S1")]
    public async Task Of_the_crm_archives_nothing_here_and_loses_no_change()
    {
        var cut = new CutCrm();
        await using var host = await SyncHost.StartAsync(
            h => h.OnCrmDelete(OnCrmDelete.Archive),
            s => s.Decorate<ICrmAdapter>(cut.Around));
        await LinkedAsync(host);
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("p0@example.com"), p => p.City = "London");

        cut.IsOn = true;
        await host.SyncChangesAsync();
        cut.IsOn = false;

        (await host.Store.CountLinksAsync("HubSpot", default)).Should().Be(People);
        await host.SyncToRestAsync();
        (await host.LocalSideAsync()).Should().HaveCount(People).And.ContainSingle(line => line.Contains("London"));
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "O7a"), Trait("Rule", "O8")]
    public async Task Again_and_again_puts_the_contact_aside_with_its_cause_until_a_person_asks()
    {
        var cut = new CutCrm { IsOn = true };
        await using var host = await SyncHost.StartAsync(
            services: s => s.Decorate<ICrmAdapter>(cut.Around));
        await LinkedAsync(host);
        var id = await host.LocalIdAsync("p0@example.com");
        await host.Contacts.UpdateAsync(id, p => p.City = "London");

        await host.SyncToRestAsync();

        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(
            i => i.Code == IssueCode.Quarantined && i.LocalId == id && i.Message.Contains("nobody said that it was deleted"));
        (await host.Store.CountLinksAsync("HubSpot", default)).Should().Be(People);
        await host.RunAsync(s => s.SyncContactAsync(id));
        (await host.Store.CountLinksAsync("HubSpot", default)).Should().Be(People - 1, "who asks by hand is believed");
    }

    [Fact, Trait("Rule", "O7a"), Trait("Rule", "M6")]
    public async Task Is_no_longer_in_doubt_once_the_host_says_that_it_deleted_the_contact()
    {
        await using var host = await SyncHost.StartAsync(services: static s => s.RemoveAll<IContactChangeFeed>());
        await LinkedAsync(host);
        var id = await host.LocalIdAsync("p0@example.com");
        await host.Contacts.DeleteAsync(id);
        await host.Sync.NoticeLocalDeleteAsync(id);

        await host.SyncToRestAsync();

        (await host.Store.CountLinksAsync("HubSpot", default)).Should().Be(People - 1);
        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    private static async Task LinkedAsync(SyncHost host)
    {
        for (var n = 0; n < People; n++)
        {
            host.AddToCrm($"p{n}@example.com", "F");
        }

        await host.PullAsync();
    }
}
