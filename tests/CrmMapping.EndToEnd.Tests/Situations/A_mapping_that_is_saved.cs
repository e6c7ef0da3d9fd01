using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_mapping_that_is_saved
{
    [Fact, Trait("Rule", "E1")]
    public async Task Is_refused_where_somebody_saved_first_with_who_saved_what_since()
    {
        await using var host = await SyncHost.StartAsync();
        var late = (await host.Sync.GetMappingAsync()).Edit();
        late.Delete("Company").IsAccepted.Should().BeTrue();
        await host.EditMappingAsync(draft => draft.Delete("City"), "Ada", "No towns.");
        await host.EditMappingAsync(draft => draft.ChangeDirection("Stage", SyncDirection.FromCrm), "Eve");

        var result = await host.Sync.SaveMappingAsync(late, "Bob");

        result.Stale!.Since.Select(saved => (saved.Version, saved.SavedBy, saved.Comment)).Should().Equal((1, "Ada", "No towns."), (2, "Eve", null));
        result.Stale.Since.Select(saved => saved.SavedAt).Should().Equal(
            (await host.Sync.ReadMappingHistoryAsync()).Select(saved => saved.SavedAt).Reverse());
        result.ToString().Should().Be(
            "The draft was made from version 0, and version 2 is saved by now: 1 by Ada (No towns.), 2 by Eve. "
            + "Nothing was saved: make the draft anew from that.\n- City ↔ city\n~ Stage: ↔ ⇒ ←");
        var standing = await host.Sync.GetMappingAsync();
        standing.Version.Should().Be(2);
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
        var winner = (await host.Sync.ReadMappingHistoryAsync()).Should().ContainSingle().Subject;
        results.Where(r => !r.IsSaved).Should().OnlyContain(
            r => r.Stale!.ToString().Contains($"1 by {winner.SavedBy}."));
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Is_refused_with_everything_that_the_account_does_not_take_any_more()
    {
        await using var host = await SyncHost.StartAsync();
        host.Crm.Properties.Add(new HubSpotProperty { Name = "town", Label = "Town" });
        var draft = (await host.Sync.GetMappingAsync()).Edit();
        draft.Retarget("City", "town").IsAccepted.Should().BeTrue();
        draft.Retarget("Company", "zip").IsAccepted.Should().BeTrue();
        draft.Add("JobTitle", "jobtitle", SyncDirection.Bidirectional).IsAccepted.Should().BeTrue();
        host.Crm.Properties.Remove("town");
        host.Crm.Properties.Change("jobtitle", title => title with { ReadOnlyValue = true });

        var result = await host.Sync.SaveMappingAsync(draft, "Ada");

        result.IsSaved.Should().BeFalse();
        result.Refusals.Select(r => (r.Code, r.Local, r.Crm)).Should().BeEquivalentTo(
            [(EditRefusalCode.UnknownCrmField, "City", "town"), (EditRefusalCode.CrmFieldReadOnly, "JobTitle", "jobtitle")]);
        result.ToString().Split('\n').Should().HaveCount(2);
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
        await host.EditMappingAsync(draft => draft.Retarget("City", "state"), "Ada", "Towns are states.");
        await host.EditMappingAsync(draft => draft.Delete("Company"), "Bob");

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
        var second = await AddSecondAsync(host);
        var draft = (await host.Sync.GetMappingAsync()).Edit();
        draft.Delete("City");
        await host.Sync.SaveMappingAsync(draft, "Ada");

        (await second.GetMappingAsync()).Should().Match<MappingSet>(set => set.Version == 0 && set.FindByLocal("City") != null);
        var astray = () => second.SaveMappingAsync(draft.Build().Edit(), "Ada");
        (await astray.Should().ThrowAsync<ArgumentException>()).WithMessage("The draft is of 'HubSpot'*");
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Goes_to_another_connection_as_a_file()
    {
        await using var host = await SyncHost.StartAsync();
        var second = await AddSecondAsync(host);
        var saved = await host.EditMappingAsync(draft => draft.Retarget("City", "state"));
        var draft = (await second.GetMappingAsync()).Edit();

        MappingJson.Read(MappingJson.Write(saved.Saved!), draft).IsAccepted.Should().BeTrue();
        var result = await second.SaveMappingAsync(draft, "Bob");

        result.Saved!.Version.Should().Be(1);
        MappingDiff.Between(saved.Saved!, await second.GetMappingAsync()).IsEmpty.Should().BeTrue();
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

    [Fact, Trait("Rule", "E1"), Trait("Rule", "M2")]
    public async Task Is_refused_where_it_leaves_no_key_that_the_settings_match_by()
    {
        await using var host = await SyncHost.StartAsync(h => h.UseContactMap<OpenKeysMap>().MatchKeys(MatchKeyKind.Email));

        var result = await host.EditMappingAsync(draft => draft.Delete("Email"));

        result.Mistakes.Should().ContainSingle(m => m.Code == "CRM1118" && m.Message.Contains("Email"));
        (await host.Sync.ReadMappingHistoryAsync()).Should().BeEmpty();
    }

    private static async Task<ICrmSync> AddSecondAsync(SyncHost host)
    {
        var connections = host.Services.GetRequiredService<ICrmConnections>();
        await connections.CreateAsync(
            new Connection { Name = "Second", Kind = "HubSpot", State = ConnectionState.Paused },
            new CrmCredentials { AccessToken = host.Crm.AccessToken }, "an admin");
        return await connections.GetAsync("Second");
    }
}
