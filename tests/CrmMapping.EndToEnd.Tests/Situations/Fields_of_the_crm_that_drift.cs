using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

[Trait("Rule", "E9")]
public sealed class Fields_of_the_crm_that_drift
{
    private static readonly TimeSpan ALittleMoreThanADescriptionLives = TimeSpan.FromMinutes(6);

    private static HubSpotProperty Tier { get; } = new()
    {
        Name = "tier", Label = "Tier", Type = "enumeration", FieldType = "select",
        Options = [new("gold", "Gold"), new("silver", "Silver"), new("tin", "Tin")],
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Suspend_their_own_mapping_while_they_are_gone_with_one_issue_and_what_was_edited_meanwhile_crosses_then(bool isKnown)
    {
        await using var host = await SyncHost.StartAsync();
        var crm = host.Crm.Properties.Find("city")!;
        var (ada, bob) = (host.AddToCrm("ada@example.com", "Ada", city: "London"), host.AddToCrm("bob@example.com", "Bob", city: "Rome"));
        await host.PullAsync();
        host.Crm.Properties.Remove("city");
        if (isKnown)
        {
            host.Time.Advance(ALittleMoreThanADescriptionLives);
        }

        await EditCityAsync(host, "ada@example.com", "Paris");
        await EditCityAsync(host, "bob@example.com", "Oslo");
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("bob@example.com"), p => p.LastName = "Builder");
        host.Crm.Contacts.Update(ada.Id, "lastname", "Lovelace");
        await host.SyncToRestAsync();
        host.Time.Advance(ALittleMoreThanADescriptionLives);
        await host.SyncToRestAsync();

        (await host.Sync.FindIssuesAsync()).Should().ContainSingle().Which.Should().Match<SyncIssue>(i =>
            i.Code == IssueCode.FieldMissing && i.Field == "City" && i.LocalId == null && i.CrmId == null
            && i.Message.Contains("'city'") && i.Message.Contains("waits"));
        (await PersonAsync(host, "ada@example.com")).Should().Match<Person>(p => p.LastName == "Lovelace" && p.City == "Paris");
        host.Crm.Contacts.Find(bob.Id)!["lastname"].Should().Be("Builder");

        host.Crm.Properties.Add(crm);
        host.Time.Advance(ALittleMoreThanADescriptionLives);
        await host.SyncToRestAsync();

        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
        (host.Crm.Contacts.Find(ada.Id)!["city"], host.Crm.Contacts.Find(bob.Id)!["city"]).Should().Be(("Paris", "Oslo"));
        await host.ExpectEqualSidesAsync();
        await host.ExpectRestAsync();
    }

    [Fact]
    public async Task That_are_made_anew_and_blank_clear_nothing_on_the_other_side()
    {
        await using var host = await SyncHost.StartAsync();
        var crm = host.Crm.Properties.Find("city")!;
        var ada = host.AddToCrm("ada@example.com", "Ada", city: "London");
        await host.PullAsync();
        host.Crm.Properties.Remove("city");
        host.Time.Advance(ALittleMoreThanADescriptionLives);
        await host.SyncToRestAsync();
        host.Crm.Properties.Add(crm);
        host.Time.Advance(ALittleMoreThanADescriptionLives);
        await host.SyncToRestAsync();

        host.Crm.Contacts.Update(ada.Id, "lastname", "Lovelace");
        await host.SyncToRestAsync();

        (await PersonAsync(host, "ada@example.com")).City.Should().Be("London");
        host.Crm.Contacts.Find(ada.Id)!["city"].Should().Be("London");
        host.Crm.Contacts.Update(ada.Id, "city", null);
        await host.SyncToRestAsync();
        (await PersonAsync(host, "ada@example.com")).City.Should().BeNullOrEmpty("from then on a clear is a clear");
    }

    [Theory]
    [InlineData("number", false, IssueCode.FieldRetyped)]
    [InlineData("string", true, IssueCode.ReadOnlyField)]
    public async Task Suspend_their_own_mapping_while_they_are_of_another_type_or_read_only(string type, bool isReadOnly, IssueCode code)
    {
        await using var host = await SyncHost.StartAsync();
        var (ada, bob) = (host.AddToCrm("ada@example.com", "Ada", city: "1"), host.AddToCrm("bob@example.com", "Bob", city: "2"));
        await host.PullAsync();
        host.Crm.Properties.Change("city", city => city with { Type = type, ReadOnlyValue = isReadOnly });
        host.Time.Advance(ALittleMoreThanADescriptionLives);

        await EditCityAsync(host, "ada@example.com", "11");
        host.Crm.Contacts.Update(bob.Id, "city", "22");
        host.Crm.Contacts.Update(bob.Id, "lastname", "Builder");
        await host.SyncToRestAsync();

        (await host.Sync.FindIssuesAsync()).Should().ContainSingle().Which.Should().Match<SyncIssue>(i =>
            i.Code == code && i.Field == "City" && i.LocalId == null);
        host.Crm.Contacts.Find(ada.Id)!["city"].Should().Be("1");
        (await PersonAsync(host, "bob@example.com")).Should().Match<Person>(p => p.City == "2" && p.LastName == "Builder");

        host.Crm.Properties.Change("city", city => city with { Type = "string", ReadOnlyValue = false });
        host.Time.Advance(ALittleMoreThanADescriptionLives);
        await host.SyncToRestAsync();

        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
        host.Crm.Contacts.Find(ada.Id)!["city"].Should().Be("11");
        (await PersonAsync(host, "bob@example.com")).City.Should().Be("22");
        await host.ExpectRestAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task That_lose_an_option_hold_back_who_holds_it_with_one_issue_and_nobody_else(bool isKnown)
    {
        await using var host = await SyncHost.StartAsync();
        host.Crm.Properties.Add(Tier);
        await MapTierAsync(host);
        string[] all = ["ada@example.com", "bob@example.com", "eve@example.com"];
        foreach (var email in all)
        {
            host.Crm.Contacts.Create([new("email", email), new("tier", "tin")]);
        }

        await host.PullAsync();
        host.Crm.Properties.Change("tier", tier => tier with { Options = [.. Tier.Options.Where(option => option.Value != "gold")] });
        if (isKnown)
        {
            host.Time.Advance(ALittleMoreThanADescriptionLives);
        }

        await EditTierAsync(host, "ada@example.com", "gold");
        await EditTierAsync(host, "bob@example.com", "gold");
        await EditTierAsync(host, "eve@example.com", "silver");
        await host.SyncToRestAsync();

        (await host.Sync.FindIssuesAsync()).Should().ContainSingle().Which.Should().Match<SyncIssue>(i =>
            i.Code == IssueCode.NotAnOption && i.Field == "JobTitle" && i.LocalId == null && i.Message.Contains("'gold'"));
        Tiers(host).Should().Equal("tin", "tin", "silver");

        host.Crm.Properties.Change("tier", _ => Tier);
        host.Time.Advance(ALittleMoreThanADescriptionLives);
        await host.SyncToRestAsync();

        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
        Tiers(host).Should().Equal("gold", "gold", "silver");
        await host.ExpectRestAsync();
    }

    [Fact]
    public async Task That_lost_an_option_are_accepted_as_they_are_by_saving_the_mapping_anew()
    {
        await using var host = await SyncHost.StartAsync();
        host.Crm.Properties.Add(Tier);
        await MapTierAsync(host);
        host.Crm.Contacts.Create([new("email", "ada@example.com"), new("tier", "tin")]);
        await host.PullAsync();
        host.Crm.Properties.Change("tier", tier => tier with { Options = [.. Tier.Options.Where(option => option.Value != "gold")] });
        host.Time.Advance(ALittleMoreThanADescriptionLives);
        await EditTierAsync(host, "ada@example.com", "gold");
        await host.SyncToRestAsync();

        await host.Sync.SaveMappingAsync((await host.Sync.GetMappingAsync()).Edit(), "Ada", "Gold is gone for good.");
        await host.SyncToRestAsync();

        var id = await host.LocalIdAsync("ada@example.com");
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.NotAnOption && i.LocalId == id);
    }

    [Fact]
    public async Task Keep_their_issue_over_a_restart_with_the_time_when_it_was_first_met()
    {
        var time = TestTime.AtNoon();
        var file = SyncHost.NewFile();
        await using var crm = await SyncHost.StartCrmAsync(time);
        SyncIssue issue;
        await using (var first = await SyncHost.StartBesideAsync(crm, time, file))
        {
            await first.PullAsync();
            crm.Properties.Remove("city");
            time.Advance(ALittleMoreThanADescriptionLives);
            await first.SyncToRestAsync();
            issue = (await first.Sync.FindIssuesAsync(new IssueQuery { OfConnection = true })).Single();
        }

        await using (var next = await SyncHost.StartBesideAsync(crm, time, file))
        {
            await next.SyncToRestAsync();

            (await next.Sync.FindIssuesAsync()).Should().Equal(issue);
            next.Logs.All.Should().NotContain(line => line.Text.Contains("City is held back"), "it was told before");
        }

        SyncHost.Delete(file);
    }

    private static async Task MapTierAsync(SyncHost host)
    {
        var draft = (await host.Sync.GetMappingAsync()).Edit();
        draft.Add("JobTitle", "tier", SyncDirection.Bidirectional).IsAccepted.Should().BeTrue();
        (await host.Sync.SaveMappingAsync(draft, "Ada")).IsSaved.Should().BeTrue();
    }

    private static IEnumerable<string?> Tiers(SyncHost host) =>
        host.Crm.Contacts.All.OrderBy(contact => contact["email"], StringComparer.Ordinal).Select(contact => contact["tier"]);

    private static async Task EditCityAsync(SyncHost host, string email, string city) =>
        await host.Contacts.UpdateAsync(await host.LocalIdAsync(email), p => p.City = city);

    private static async Task EditTierAsync(SyncHost host, string email, string tier) =>
        await host.Contacts.UpdateAsync(await host.LocalIdAsync(email), p => p.JobTitle = tier);

    private static async Task<Person> PersonAsync(SyncHost host, string email) => await host.PersonAsync(await host.LocalIdAsync(email));
}
