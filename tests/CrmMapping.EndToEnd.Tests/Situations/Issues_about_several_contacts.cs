namespace CrmMapping.EndToEnd.Tests;

public sealed class Issues_about_several_contacts
{
    private const string Shared = "+14155550101";

    [Fact, Trait("Rule", "M2")]
    public async Task Stand_while_a_key_is_shared_whatever_else_changes_and_go_when_the_other_one_s_key_does()
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.AddToCrm("ada@example.com", "Ada", Shared);
        await host.PullAsync();
        host.AddToCrm("bob@example.com", "Bob", Shared);
        await host.SyncToRestAsync();
        var bob = await host.LocalIdAsync("bob@example.com");

        await host.Contacts.UpdateAsync(bob, p => p.City = "Oslo");
        host.Crm.Contacts.Update(ada.Id, "city", "London");
        await host.SyncToRestAsync();
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.KeyShared && i.LocalId == bob);

        host.Crm.Contacts.Update(ada.Id, "phone", "+14155550199");
        await host.SyncToRestAsync();
        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "M2")]
    public async Task Go_when_the_contact_s_own_key_changes_or_the_other_one_is_no_more()
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.AddToCrm("ada@example.com", "Ada", Shared);
        await host.PullAsync();
        host.AddToCrm("bob@example.com", "Bob", Shared);
        await host.SyncToRestAsync();
        host.AddToCrm("cyd@example.com", "Cyd", Shared);
        await host.SyncToRestAsync();
        (await host.Sync.FindIssuesAsync()).Should().HaveCount(2).And.OnlyContain(i => i.Code == IssueCode.KeyShared);

        await host.Contacts.UpdateAsync(await host.LocalIdAsync("bob@example.com"), p => p.Phone = "+14155550102");
        await host.SyncToRestAsync();
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Message.Contains("the same phone number"));

        host.Crm.Contacts.Archive(ada.Id);
        await host.Notices.AcceptAsync([new Notice { Connection = "HubSpot", Side = SyncSide.Crm, Id = ada.Id, Kind = NoticeKind.Deleted }]);
        await host.SyncToRestAsync();
        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "M3"), Trait("Rule", "M2")]
    public async Task Are_settled_by_themselves_once_a_person_told_the_candidates_apart()
    {
        await using var host = await SyncHost.StartAsync();
        var one = await host.Contacts.AddAsync(new Person { Phone = Shared, FirstName = "One" });
        var two = await host.Contacts.AddAsync(new Person { Phone = Shared, FirstName = "Two" });
        var crm = host.Crm.Contacts.Create([new("phone", Shared), new("city", "London")]);
        await host.PullAsync();
        (await host.Sync.FindIssuesAsync()).Should().Contain(i => i.Code == IssueCode.MatchAmbiguous && i.CrmId == crm.Id);

        await host.Contacts.UpdateAsync(two, p => p.Phone = "+14155550102");
        await host.SyncToRestAsync();

        (await host.PersonAsync(one)).City.Should().Be("London");
        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "M3")]
    public async Task Are_settled_by_themselves_once_one_of_the_claimants_claims_no_more()
    {
        await using var host = await SyncHost.StartAsync();
        var id = await host.Contacts.AddAsync(new Person { Phone = Shared });
        host.Crm.Contacts.Create([new("phone", Shared), new("firstname", "One")]);
        var two = host.Crm.Contacts.Create([new("phone", Shared), new("firstname", "Two")]);
        await host.PullAsync();

        host.Crm.Contacts.Update(two.Id, "phone", "+14155550102");
        await host.SyncToRestAsync();

        (await host.PersonAsync(id)).FirstName.Should().Be("One");
        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "F8")]
    public async Task Or_about_one_go_by_themselves_when_another_map_takes_the_value()
    {
        var time = TestTime.AtNoon();
        var file = SyncHost.NewFile();
        await using var crm = await SyncHost.StartCrmAsync(time);
        string id;
        await using (var before = await SyncHost.StartBesideAsync(crm, time, file, new SyncSetup(h => h.UseContactMap<StrictMap>())))
        {
            before.AddToCrm("ada@example.com", "Ada");
            await before.PullAsync();
            id = await before.LocalIdAsync("ada@example.com");
            await before.Contacts.UpdateAsync(id, p => p.City = "Paris");
            await before.SyncToRestAsync();
            (await before.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.NotConvertible && i.LocalId == id);
        }

        await using var after = await SyncHost.StartBesideAsync(crm, time, file, new SyncSetup(h => h.UseContactMap<LenientMap>()));
        await after.SyncToRestAsync();

        crm.Contacts.FindByEmail("ada@example.com")!["city"].Should().Be("Paris");
        (await after.Sync.FindIssuesAsync()).Should().BeEmpty();
        SyncHost.Delete(file);
    }

    private sealed record Cities(string Known) : IFieldConverter
    {
        public FieldValue ToCrm(FieldValue local) =>
            local.IsBlank || Known.Contains(local.Text!, StringComparison.Ordinal) ? local : FieldValue.Unknown;

        public FieldValue FromCrm(FieldValue crm) => crm;
    }

    private abstract class CityMap : ContactMap<Person>
    {
        protected CityMap(string known)
        {
            Map(c => c.Email).To("email").Locked();
            Map(c => c.FirstName).To("firstname");
            Map(c => c.City).To("city").Convert(new Cities(known));
        }
    }

    private sealed class StrictMap() : CityMap("London");

    private sealed class LenientMap() : CityMap("London, Paris");
}
