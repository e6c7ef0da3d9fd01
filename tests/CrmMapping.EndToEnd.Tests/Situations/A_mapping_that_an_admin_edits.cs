using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_mapping_that_an_admin_edits
{
    [Fact, Trait("Rule", "E1")]
    public async Task Takes_effect_with_the_next_batch_in_every_process()
    {
        var time = TestTime.AtNoon();
        var file = SyncHost.NewFile();
        await using (var crm = await SyncHost.StartCrmAsync(time))
        await using (var one = await SyncHost.StartBesideAsync(crm, time, file))
        await using (var other = await SyncHost.StartBesideAsync(crm, time, file))
        {
            var ada = one.AddToCrm("ada@example.com", "Ada");
            await other.PullAsync();
            (await EditAsync(one, draft => draft.Retarget("City", "state"))).IsSaved.Should().BeTrue();

            await one.Contacts.UpdateAsync(await one.LocalIdAsync("ada@example.com"), p => p.City = "Ohio");
            await other.SyncToRestAsync();

            crm.Contacts.Find(ada.Id)!["state"].Should().Be("Ohio");
            crm.Contacts.Find(ada.Id)!["city"].Should().BeNullOrEmpty();
        }

        SyncHost.Delete(file);
    }

    [Fact, Trait("Rule", "E1"), Trait("Rule", "O2")]
    public async Task Lets_a_run_that_is_under_way_go_on_under_the_new_map()
    {
        await using var host = await SyncHost.StartAsync();
        for (var number = 0; number < 250; number++)
        {
            host.Crm.Contacts.Create([new("email", $"p{number}@example.com"), new("lastname", "Before")]);
        }

        host.Time.Advance(TimeSpan.FromMinutes(5));
        host.Crm.Faults.Next(FaultKind.Slow, "after=", count: 10);
        var run = await host.Sync.PullAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await run.WaitForAsync(r => r.Counts.CreatedLocal >= 100, patience.Token);

        await EditAsync(host, draft => draft.Delete("LastName"));
        var ended = await run.WaitAsync(null, patience.Token);

        ended.State.Should().Be(OperationState.Completed);
        ended.Counts.CreatedLocal.Should().Be(250);
        var lines = await host.LocalSideAsync();
        lines.Should().HaveCount(250).And.Contain(line => line.Contains("Before")).And.Contain(line => !line.Contains("Before"));
    }

    [Fact, Trait("Rule", "X1")]
    public async Task Leaves_the_bases_of_the_other_fields_as_they_were()
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.AddToCrm("ada@example.com", "Ada", city: "London");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await EditAsync(host, draft => draft.Retarget("City", "state"));

        await host.Contacts.UpdateAsync(id, p => p.FirstName = "Ada L.");
        host.Crm.Contacts.Update(ada.Id, "lastname", "Lovelace");
        await host.SyncToRestAsync();

        var person = await host.PersonAsync(id);
        (person.FirstName, person.LastName, person.City).Should().Be(("Ada L.", "Lovelace", "London"));
        var crm = host.Crm.Contacts.Find(ada.Id)!;
        (crm["firstname"], crm["lastname"], crm["city"], crm["state"] ?? "").Should().Be(("Ada L.", "Lovelace", "London", ""));
        host.CrmWrites.Should().Be(1);
        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "X6"), Trait("Rule", "C5")]
    public async Task Writes_nothing_for_a_new_mapping_where_the_sides_differ_already()
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.Crm.Contacts.Create([new("email", "ada@example.com"), new("jobtitle", "Countess")]);
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await EditAsync(host, draft => draft.Add("JobTitle", "jobtitle", SyncDirection.Bidirectional));

        host.Crm.Contacts.Update(ada.Id, "lastname", "Lovelace");
        await host.SyncToRestAsync();

        (await host.PersonAsync(id)).JobTitle.Should().BeNull("what differed before the mapping is the base");
        host.Crm.Contacts.Find(ada.Id)!["jobtitle"].Should().Be("Countess");
        host.Crm.Contacts.Update(ada.Id, "jobtitle", "Programmer");
        await host.SyncToRestAsync();
        (await host.PersonAsync(id)).JobTitle.Should().Be("Programmer");
    }

    [Theory, Trait("Rule", "X6"), Trait("Rule", "D1")]
    [InlineData(SyncSide.Local)]
    [InlineData(SyncSide.Crm)]
    public async Task Carries_the_first_edit_of_a_field_that_comes_after_its_mapping(SyncSide side)
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.Crm.Contacts.Create([new("email", "ada@example.com"), new("jobtitle", "Countess")]);
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await EditAsync(host, draft => draft.Add("JobTitle", "jobtitle", SyncDirection.Bidirectional));
        host.Time.Advance(TimeSpan.FromMinutes(1));

        if (side == SyncSide.Local)
        {
            await host.Contacts.UpdateAsync(id, p => p.JobTitle = "Programmer");
        }
        else
        {
            host.Crm.Contacts.Update(ada.Id, "jobtitle", "Programmer");
        }

        await host.SyncToRestAsync();

        (await host.PersonAsync(id)).JobTitle.Should().Be("Programmer");
        host.Crm.Contacts.Find(ada.Id)!["jobtitle"].Should().Be("Programmer");
        await host.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "X6")]
    public async Task Writes_nothing_of_the_drift_that_it_meets_when_a_direction_is_opened()
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.AddToCrm("ada@example.com", "Ada", city: "London");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await EditAsync(host, draft => draft.ChangeDirection("City", SyncDirection.ToCrm));
        host.Crm.Contacts.Update(ada.Id, "city", "Paris");
        await host.SyncToRestAsync();

        await EditAsync(host, draft => draft.ChangeDirection("City", SyncDirection.Bidirectional));
        host.Crm.Contacts.Update(ada.Id, "lastname", "Lovelace");
        await host.SyncToRestAsync();

        (await host.PersonAsync(id)).City.Should().Be("London");
        host.Crm.Contacts.Find(ada.Id)!["city"].Should().Be("Paris");
        host.Crm.Contacts.Update(ada.Id, "city", "Rome");
        await host.SyncToRestAsync();
        (await host.PersonAsync(id)).City.Should().Be("Rome");
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Is_refused_where_somebody_saved_first_with_both_versions_named()
    {
        await using var host = await SyncHost.StartAsync();
        var late = (await host.Sync.GetMappingAsync()).Edit();
        late.Delete("Company").IsAccepted.Should().BeTrue();
        await EditAsync(host, draft => draft.Delete("City"));

        var result = await host.Sync.SaveMappingAsync(late, "Bob");

        result.Stale.Should().Be(new StaleDraft(0, 1));
        result.ToString().Should().Contain("version 0").And.Contain("version 1");
        var standing = await host.Sync.GetMappingAsync();
        standing.Version.Should().Be(1);
        standing.FindByLocal("City").Should().BeNull();
        standing.FindByLocal("Company").Should().NotBeNull();
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Is_saved_by_one_of_those_who_save_at_the_same_time()
    {
        await using var host = await SyncHost.StartAsync();
        var drafts = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            var draft = (await host.Sync.GetMappingAsync()).Edit();
            draft.Retarget("City", number % 2 == 0 ? "state" : "zip");
            return draft;
        }));

        var results = await Task.WhenAll(drafts.Select((draft, number) => Task.Run(() => host.Sync.SaveMappingAsync(draft, $"{number}"))));

        results.Where(r => r.IsSaved).Should().ContainSingle();
        results.Where(r => !r.IsSaved).Should().OnlyContain(r => r.Stale == new StaleDraft(0, 1));
        (await host.Sync.ReadMappingHistoryAsync()).Should().ContainSingle();
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Is_refused_what_the_account_does_not_have_any_more()
    {
        await using var host = await SyncHost.StartAsync();
        host.Crm.Properties.Add(new HubSpotProperty { Name = "town", Label = "Town" });
        var draft = (await host.Sync.GetMappingAsync()).Edit();
        draft.Retarget("City", "town").IsAccepted.Should().BeTrue();
        draft.Retarget("Company", "zip").IsAccepted.Should().BeTrue();
        host.Crm.Properties.Remove("town");

        var result = await host.Sync.SaveMappingAsync(draft, "Ada");

        result.Refusals.Should().ContainSingle().Which.Should().Match<EditRefusal>(
            r => r.Code == EditRefusalCode.UnknownCrmField && r.Local == "City" && r.Crm == "town");
        (await host.Sync.ReadMappingHistoryAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Is_shown_with_the_fields_of_the_account_as_they_are_now()
    {
        await using var host = await SyncHost.StartAsync();
        host.Crm.Properties.Add(new HubSpotProperty { Name = "town", Label = "Town" });

        var set = await host.Sync.GetMappingAsync();

        set.CrmFields.Should().Contain(field => field.Key == "town" && field.Label == "Town");
        set.FindByLocal("Stage")!.Crm.Options.Should().Contain(option => option.Value == "customer");
        set.Version.Should().Be(0);
        set.OfferedFields.Should().ContainSingle(field => field.Key == "JobTitle");
    }

    [Fact, Trait("Rule", "E1"), Trait("Rule", "E8")]
    public async Task Keeps_every_version_to_compare_and_to_go_back_to()
    {
        await using var host = await SyncHost.StartAsync();
        await EditAsync(host, draft => draft.Retarget("City", "state"), "Ada", "Towns are states.");
        await EditAsync(host, draft => draft.Delete("Company"), "Bob");

        var restored = await host.Sync.RestoreMappingAsync(1, "Eve");
        var reset = await host.Sync.RestoreMappingAsync(0, "Mallory");

        restored.Saved!.Version.Should().Be(3);
        MappingDiff.Between(await host.Sync.GetMappingVersionAsync(1), await host.Sync.GetMappingVersionAsync(3)).IsEmpty.Should().BeTrue();
        MappingDiff.Between(await host.Sync.GetMappingVersionAsync(1), await host.Sync.GetMappingVersionAsync(2)).ToString()
            .Should().Be("- Company ↔ company");
        MappingDiff.Between(await host.Sync.GetMappingVersionAsync(0), reset.Saved!).IsEmpty.Should().BeTrue();
        (await host.Sync.ReadMappingHistoryAsync()).Select(v => (v.Version, v.SavedBy, v.Comment)).Should().Equal(
            (4, "Mallory", "As version 0."), (3, "Eve", "As version 1."), (2, "Bob", null), (1, "Ada", "Towns are states."));
        var missing = () => host.Sync.RestoreMappingAsync(9, "Eve");
        await missing.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Is_no_matter_of_other_connections()
    {
        await using var host = await SyncHost.StartAsync();
        var connections = host.Services.GetRequiredService<ICrmConnections>();
        await connections.CreateAsync(
            new Connection { Name = "Second", Kind = "HubSpot", State = ConnectionState.Paused },
            new CrmCredentials { AccessToken = host.Crm.AccessToken }, "an admin");
        var second = await connections.GetAsync("Second");
        var draft = (await host.Sync.GetMappingAsync()).Edit();
        draft.Delete("City");
        await host.Sync.SaveMappingAsync(draft, "Ada");

        (await second.GetMappingAsync()).Should().Match<MappingSet>(set => set.Version == 0 && set.FindByLocal("City") != null);
        var astray = () => second.SaveMappingAsync((draft.Build()).Edit(), "Ada");
        (await astray.Should().ThrowAsync<ArgumentException>()).WithMessage("The draft is of 'HubSpot'*");
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Waits_until_the_settings_are_workable()
    {
        await using var host = await SyncHost.StartAsync();
        var draft = (await host.Sync.GetMappingAsync()).Edit();
        var broken = host.Sync.Connection with
        {
            Settings = host.Sync.Connection.Settings with { RecordTypes = [RecordType.Contact, RecordType.Lead], Priority = RecordType.Contact },
        };
        await host.Services.GetRequiredService<IConnectionStore>().SaveAsync(broken, "a script", host.Now, default);

        var result = await host.Sync.SaveMappingAsync(draft, "Ada");

        result.Mistakes.Should().ContainSingle(m => m.Code == "CRM1115");
        (await host.Sync.ReadMappingHistoryAsync()).Should().BeEmpty();
    }

    private static async Task<MappingSaveResult> EditAsync(
        SyncHost host, Func<MappingDraft, EditResult> edit, string by = "Ada", string? comment = null)
    {
        var draft = (await host.Sync.GetMappingAsync()).Edit();
        edit(draft).IsAccepted.Should().BeTrue();
        return await host.Sync.SaveMappingAsync(draft, by, comment);
    }
}
