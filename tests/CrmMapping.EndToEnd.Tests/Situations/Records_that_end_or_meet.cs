using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

public sealed class Records_that_end_or_meet
{
    [Theory, Trait("Rule", "M6")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leave_a_tombstone_that_only_a_person_overrules(bool told)
    {
        await using var host = await SyncHost.StartAsync();
        var (crm, id) = await LinkedAsync(host);
        host.Crm.Contacts.Archive(crm);
        if (told)
        {
            await NoticeAsync(host, crm, NoticeKind.Deleted);
        }

        await host.SyncToRestAsync();
        await host.PushAsync();
        await host.Contacts.UpdateAsync(id, p => p.City = "Paris");
        await host.SyncToRestAsync();

        host.CrmSide().Should().BeEmpty();
        (await host.PersonAsync(id)).City.Should().Be("Paris");

        await host.RunAsync(s => s.SyncContactAsync(id));

        await host.ExpectEqualSidesAsync();
        host.CrmSide().Should().ContainSingle();
    }

    [Theory, Trait("Rule", "M6")]
    [InlineData(OnCrmDelete.Unlink, 1, 0)]
    [InlineData(OnCrmDelete.Archive, 0, 0)]
    [InlineData(OnCrmDelete.Ignore, 1, 1)]
    public async Task Leave_of_the_contact_here_what_the_connection_says(OnCrmDelete rule, int contacts, int links)
    {
        await using var host = await SyncHost.StartAsync(h => h.OnCrmDelete(rule));
        var (crm, _) = await LinkedAsync(host);
        host.Crm.Contacts.Archive(crm);
        await NoticeAsync(host, crm, NoticeKind.Deleted);

        await host.SyncToRestAsync();

        (await host.LocalSideAsync()).Should().HaveCount(contacts);
        (await host.Store.CountLinksAsync("HubSpot", default)).Should().Be(links);
        host.CrmSide().Should().BeEmpty();
        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "M7")]
    public async Task Keep_an_edit_that_a_delete_met_and_tell_of_it()
    {
        await using var host = await SyncHost.StartAsync(h => h.OnCrmDelete(OnCrmDelete.Archive));
        var (crm, id) = await LinkedAsync(host);
        await host.Contacts.UpdateAsync(id, p => p.City = "Paris");
        host.Crm.Contacts.Archive(crm);
        await NoticeAsync(host, crm, NoticeKind.Deleted);

        await host.SyncToRestAsync();

        (await host.PersonAsync(id)).City.Should().Be("Paris");
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.EditedAndDeleted && i.LocalId == id);
    }

    [Fact, Trait("Rule", "M6")]
    public async Task Stay_in_the_crm_when_the_contact_is_deleted_here()
    {
        await using var host = await SyncHost.StartAsync();
        var (_, id) = await LinkedAsync(host);
        await host.Contacts.DeleteAsync(id);

        await host.SyncToRestAsync();
        await host.PullAsync();

        host.CrmSide().Should().ContainSingle();
        (await host.LocalSideAsync()).Should().BeEmpty();
    }

    [Theory, Trait("Rule", "M5")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Are_followed_to_the_record_they_were_merged_into(bool told)
    {
        await using var host = await SyncHost.StartAsync();
        var (crm, id) = await LinkedAsync(host);
        var other = host.AddToCrm("ada@work.example.com", "Ada");
        var survivor = host.Crm.Contacts.Merge(crm, other.Id);
        host.Crm.Contacts.Update(survivor.Id, "city", "Paris");
        if (told)
        {
            await NoticeAsync(host, crm, NoticeKind.Merged);
        }

        await host.SyncToRestAsync();

        (await host.PersonAsync(id)).City.Should().Be("Paris");
        (await host.Sync.ReadJournalAsync(id)).Should().ContainSingle(e => e.Reason == PlanReason.Merged).Which.CrmId.Should().Be(survivor.Id);
        await host.ExpectEqualSidesAsync();
        await host.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "M5"), Trait("Rule", "M3")]
    public async Task Are_told_of_when_two_of_one_contact_each_were_merged()
    {
        await using var host = await SyncHost.StartAsync();
        var (crm, id) = await LinkedAsync(host);
        var bob = host.AddToCrm("bob@example.com", "Bob", "+14155550102");
        await host.PullAsync();
        var other = await host.LocalIdAsync("bob@example.com");
        var survivor = host.Crm.Contacts.Merge(crm, bob.Id);
        await NoticeAsync(host, crm, NoticeKind.Merged);
        await NoticeAsync(host, bob.Id, NoticeKind.Merged);

        await host.SyncToRestAsync();

        var links = await host.Store.ReadLinksAsync("HubSpot", SyncSide.Local, RecordType.Contact, [id, other], default);
        links.Where(l => !l.IsTombstone).Should().ContainSingle().Which.CrmId.Should().Be(survivor.Id);
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.MatchClaimed && i.Message.Contains("Merge the two"));
        (await host.LocalSideAsync()).Should().HaveCount(2);
        await host.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "M6"), Trait("Rule", "M7")]
    public async Task End_also_where_nobody_told_of_it_but_the_crm_says_that_there_is_none()
    {
        await using var host = await SyncHost.StartAsync();
        var (crm, id) = await LinkedAsync(host);
        host.Crm.Contacts.GdprDelete(crm);
        await host.Contacts.UpdateAsync(id, p => p.City = "Paris");

        await host.SyncToRestAsync();

        (await host.Store.CountLinksAsync("HubSpot", default)).Should().Be(0);
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.EditedAndDeleted && i.LocalId == id);
        (await host.PersonAsync(id)).City.Should().Be("Paris");
        host.CrmSide().Should().BeEmpty();
    }

    [Fact, Trait("Rule", "M3")]
    public async Task Are_left_alone_when_two_claim_one_contact()
    {
        await using var host = await SyncHost.StartAsync();
        var id = await host.AddAsync("ada@example.com", "Ada", "+14155550101");
        var one = host.Crm.Contacts.Create([new("phone", "+14155550101"), new("firstname", "One")]);
        var two = host.Crm.Contacts.Create([new("phone", "+14155550101"), new("firstname", "Two")]);

        await host.PullAsync();

        host.CrmWrites.Should().Be(0);
        (await host.PersonAsync(id)).FirstName.Should().Be("Ada");
        (await host.LocalSideAsync()).Should().ContainSingle();
        (await host.Sync.FindIssuesAsync()).Should().HaveCount(2).And.OnlyContain(i =>
            i.Code == IssueCode.MatchClaimed && i.Message.Contains(one.Id) && i.Message.Contains(two.Id) && i.Message.Contains(id));
    }

    [Theory, Trait("Rule", "M2")]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task Are_new_though_they_share_a_phone_unless_phones_are_unique(bool unique, int contacts)
    {
        await using var host = await SyncHost.StartAsync(h => h.UniqueKeys(unique ? [MatchKeyKind.Phone] : []));
        host.AddToCrm("ada@example.com", "Ada", "+14155550101");
        await host.PullAsync();
        host.AddToCrm("bob@example.com", "Bob", "+14155550101");

        await host.SyncToRestAsync();

        (await host.LocalSideAsync()).Should().HaveCount(contacts);
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.KeyShared);
    }

    [Fact, Trait("Rule", "S8")]
    public async Task Are_forgotten_after_a_privacy_deletion()
    {
        await using var host = await SyncHost.StartAsync();
        var (crm, id) = await LinkedAsync(host);
        await host.Contacts.UpdateAsync(id, p => p.City = "Paris");
        await host.SyncToRestAsync();
        host.Crm.Contacts.GdprDelete(crm);
        await NoticeAsync(host, crm, NoticeKind.Erased);

        await host.SyncToRestAsync();

        var links = await host.Store.ReadLinksAsync("HubSpot", SyncSide.Local, RecordType.Contact, [id], default);
        links.Should().ContainSingle(l => l.IsTombstone && l.LocalBase.IsEmpty && l.CrmBase.IsEmpty && l.CrmSeen.IsEmpty);
        (await host.Sync.ReadJournalAsync(id)).Should().HaveCountGreaterThan(2)
            .And.OnlyContain(e => e.Local.IsUnknown && e.Crm.IsUnknown && e.AgreedLocal.IsUnknown && e.AgreedCrm.IsUnknown)
            .And.OnlyContain(e => e.IsErased || e.Reason == PlanReason.Unlinked);
        (await host.Store.ReadIntentsAsync("HubSpot", [id, $"crm:{crm}"], default)).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "S8")]
    public async Task Are_forgotten_also_when_their_link_had_ended_before()
    {
        await using var host = await SyncHost.StartAsync();
        var (crm, id) = await LinkedAsync(host);
        await host.Contacts.UpdateAsync(id, p => p.City = "Paris");
        await host.SyncToRestAsync();
        host.Crm.Contacts.Archive(crm);
        await NoticeAsync(host, crm, NoticeKind.Deleted);
        await host.SyncToRestAsync();

        await NoticeAsync(host, crm, NoticeKind.Erased);
        await host.SyncToRestAsync();

        (await host.Sync.ReadJournalAsync(id)).Should().NotBeEmpty().And.OnlyContain(e => e.IsErased && e.Local.IsUnknown && e.Crm.IsUnknown);
    }

    [Fact, Trait("Rule", "S8")]
    public async Task Are_forgotten_also_where_deletes_in_the_crm_are_ignored()
    {
        await using var host = await SyncHost.StartAsync(h => h.OnCrmDelete(OnCrmDelete.Ignore));
        var (crm, id) = await LinkedAsync(host);
        host.Crm.Contacts.GdprDelete(crm);
        await NoticeAsync(host, crm, NoticeKind.Erased);

        await host.SyncToRestAsync();

        var links = await host.Store.ReadLinksAsync("HubSpot", SyncSide.Local, RecordType.Contact, [id], default);
        links.Should().ContainSingle(l => l.IsTombstone && l.LocalBase.IsEmpty && l.CrmBase.IsEmpty && l.CrmSeen.IsEmpty);
        (await host.PersonAsync(id)).FirstName.Should().Be("Ada");
    }

    [Fact, Trait("Rule", "S8")]
    public async Task Are_forgotten_also_where_they_never_had_a_counterpart()
    {
        await using var host = await SyncHost.StartAsync();
        await host.AddAsync("ada@example.com", "Ada", "+14155550101");
        await host.AddAsync("ada@example.com", "Ada", "+14155550101");
        var crm = host.AddToCrm("ada@example.com", "Ada", "+14155550101");
        await host.PullAsync();
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.CrmId == crm.Id && i.Code == IssueCode.MatchAmbiguous);

        host.Crm.Contacts.GdprDelete(crm.Id);
        await NoticeAsync(host, crm.Id, NoticeKind.Erased);
        await host.SyncToRestAsync();

        (await host.Sync.FindIssuesAsync()).Should().NotContain(i => i.CrmId == crm.Id);
    }

    [Fact, Trait("Rule", "M6")]
    public async Task Are_archived_in_the_crm_where_that_is_asked_for_however_it_spells_them()
    {
        await using var host = await SyncHost.StartAsync(h => h.OnLocalDelete(OnLocalDelete.Archive));
        host.AddToCrm("ada@example.com", "Ada", "+1 (415) 555-0101", "London");
        await host.PullAsync();
        await host.Contacts.DeleteAsync(await host.LocalIdAsync("ada@example.com"));
        host.Crm.Faults.Next(FaultKind.ServerError, "batch/archive", count: 20);

        await host.SyncToRestAsync();

        host.CrmSide().Should().BeEmpty();
        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "M7")]
    public async Task Are_not_archived_in_the_crm_where_they_were_edited_there_meanwhile()
    {
        await using var host = await SyncHost.StartAsync(h => h.OnLocalDelete(OnLocalDelete.Archive));
        var (crm, id) = await LinkedAsync(host);
        host.Crm.Contacts.Update(crm, "city", "Paris");
        await host.Contacts.DeleteAsync(id);

        await host.SyncToRestAsync();

        host.CrmSide().Should().ContainSingle(line => line.Contains("Paris"));
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.EditedAndDeleted && i.LocalId == id);
    }

    private static async Task<(string Crm, string Local)> LinkedAsync(SyncHost host)
    {
        var crm = host.AddToCrm("ada@example.com", "Ada", "+14155550101", "London");
        await host.PullAsync();
        return (crm.Id, await host.LocalIdAsync("ada@example.com"));
    }

    private static Task NoticeAsync(SyncHost host, string crmId, NoticeKind kind) =>
        host.Notices.AcceptAsync([new Notice { Connection = "HubSpot", Side = SyncSide.Crm, Id = crmId, Kind = kind }]);
}
