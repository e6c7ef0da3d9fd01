using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

public sealed class Settings_that_an_admin_saves
{
    [Fact, Trait("Rule", "E1"), Trait("Rule", "D3")]
    public async Task Take_effect_with_the_next_batch_in_every_process()
    {
        var time = TestTime.AtNoon();
        var file = SyncHost.NewFile();
        await using (var crm = await SyncHost.StartCrmAsync(time))
        await using (var one = await SyncHost.StartBesideAsync(crm, time, file))
        await using (var other = await SyncHost.StartBesideAsync(crm, time, file))
        {
            await other.SyncToRestAsync();
            await one.AddAsync("ada@example.com", "Ada");

            var saved = await one.Sync.SaveSettingsAsync(
                one.Sync.Connection with { Settings = one.Sync.Connection.Settings with { ContactCreation = SyncFlow.FromCrm } }, "an admin");
            await other.SyncToRestAsync();

            saved.IsSaved.Should().BeTrue(saved.ToString());
            crm.Contacts.All.Should().BeEmpty();
        }

        SyncHost.Delete(file);
    }

    [Fact, Trait("Rule", "E1"), Trait("Rule", "M4")]
    public async Task Are_refused_with_everything_that_is_wrong_and_nothing_of_them_is_saved()
    {
        await using var host = await SyncHost.StartAsync();
        var standing = host.Sync.Connection;

        var result = await host.Sync.SaveSettingsAsync(
            standing with
            {
                Tenant = "another",
                Settings = standing.Settings with
                {
                    RecordTypes = [RecordType.Contact, RecordType.Lead],
                    TimeZone = "Mars/Olympus",
                    DefaultPhoneRegion = "Texas",
                    PollInterval = Duration.FromMilliseconds(10),
                },
            },
            "an admin");

        result.IsSaved.Should().BeFalse();
        result.Mistakes.Select(m => m.Code).Should().BeEquivalentTo("CRM1124", "CRM1115", "CRM1116", "CRM1117", "CRM1109", "CRM1110");
        result.ToString().Split('\n').Should().HaveCount(6).And.OnlyContain(line => line.StartsWith("CRM11") && line.Contains("HubSpot"));
        host.Sync.Connection.Should().Be(standing);
        (await host.Sync.ReadHistoryAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Are_refused_where_somebody_saved_first_with_who_did()
    {
        await using var host = await SyncHost.StartAsync();
        var draft = host.Sync.Connection with { Settings = host.Sync.Connection.Settings with { DefaultPhoneRegion = "US" } };
        var first = host.Sync.Connection with { Settings = host.Sync.Connection.Settings with { DefaultPhoneRegion = "DE" } };
        await host.Sync.SaveSettingsAsync(first, "Ada");

        var result = await host.Sync.SaveSettingsAsync(draft, "Bob");

        result.Stale!.Since.Should().ContainSingle().Which.Should().Match<SaveRecord>(saved => saved.Version == 1 && saved.SavedBy == "Ada");
        result.ToString().Should().Contain("version 0").And.Contain("version 1").And.Contain("1 by Ada");
        var history = await host.Sync.ReadHistoryAsync();
        history.Should().ContainSingle().Which.Should().Match<SavedConnection>(
            saved => saved.SavedBy == "Ada" && saved.Connection.Settings.DefaultPhoneRegion == "DE");
        var again = host.Sync.Connection with { Settings = host.Sync.Connection.Settings with { TimeZone = "Europe/Berlin" } };
        (await host.Sync.SaveSettingsAsync(again, "Bob")).Saved!.Version.Should().Be(2);
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Make_no_version_where_they_are_what_stands()
    {
        await using var host = await SyncHost.StartAsync();

        (await host.Sync.SaveSettingsAsync(host.Sync.Connection, "an admin")).Saved.Should().Be(host.Sync.Connection);

        (await host.Sync.ReadHistoryAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Do_not_change_whether_the_connection_is_worked()
    {
        await using var host = await SyncHost.StartAsync();

        var result = await host.Sync.SaveSettingsAsync(host.Sync.Connection with { State = ConnectionState.Paused }, "an admin");

        result.Mistakes.Should().ContainSingle(m => m.Code == "CRM1125" && m.Message.Contains("PauseAsync"));
    }

    [Fact, Trait("Rule", "E1")]
    public async Task That_became_unworkable_are_told_by_every_run_until_they_are_saved_anew()
    {
        await using var host = await SyncHost.StartAsync();
        var store = host.Services.GetRequiredService<IConnectionStore>();
        var broken = host.Sync.Connection with { Settings = host.Sync.Connection.Settings with { TimeZone = "Mars/Olympus" } };
        await store.SaveAsync(broken, "a script", host.Now, default);

        var refused = await host.PullAsync();

        refused.Should().Match<OperationRecord>(r => r.State == OperationState.Failed && r.Message!.Contains("'Mars/Olympus'"));
        host.Crm.Requests.Count.Should().Be(0);
        await host.Sync.SaveSettingsAsync(broken with { Version = 1, Settings = broken.Settings with { TimeZone = null } }, "an admin");
        (await host.PullAsync()).State.Should().Be(OperationState.Completed);
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Are_saved_by_one_of_those_who_save_at_the_same_time()
    {
        await using var host = await SyncHost.StartAsync();
        var standing = host.Sync.Connection;
        string[] regions = ["US", "DE", "FR", "GB", "NL", "BE", "AT", "CH"];

        var results = await Task.WhenAll(regions.Select(region => Task.Run(() => host.Sync.SaveSettingsAsync(
            standing with { Settings = standing.Settings with { DefaultPhoneRegion = region } }, region))));

        var winner = (await host.Sync.ReadHistoryAsync()).Should().ContainSingle().Subject;
        results.Where(r => r.IsSaved).Should().ContainSingle().Which.Saved!.Settings.DefaultPhoneRegion.Should().Be(winner.SavedBy);
        results.Where(r => !r.IsSaved).Should().OnlyContain(r => r.Stale!.Since.Single().SavedBy == winner.SavedBy);
    }

    [Fact, Trait("Rule", "E1"), Trait("Rule", "M2")]
    public async Task Are_held_against_the_mapping_that_is_saved()
    {
        await using var host = await SyncHost.StartAsync(h => h.UseContactMap<OpenKeysMap>());
        (await host.EditMappingAsync(draft => draft.Delete("Email"))).IsSaved.Should().BeTrue();
        var standing = host.Sync.Connection;

        var byEmail = await host.Sync.SaveSettingsAsync(
            standing with { Settings = standing.Settings with { MatchKeys = [MatchKeyKind.Email] } }, "an admin");
        var byPhone = await host.Sync.SaveSettingsAsync(
            standing with { Settings = standing.Settings with { MatchKeys = [MatchKeyKind.Phone] } }, "an admin");

        byEmail.Mistakes.Should().ContainSingle(m => m.Code == "CRM1118");
        byPhone.IsSaved.Should().BeTrue();
    }

    [Fact, Trait("Rule", "M2")]
    public async Task Say_by_which_keys_records_are_matched()
    {
        await using var host = await SyncHost.StartAsync(h => h.MatchKeys(MatchKeyKind.Phone));
        await host.AddAsync("ada@example.com", "Ada", "+14155550101");
        host.AddToCrm("augusta@example.com", "Ada", "+14155550101");
        await host.AddAsync("bob@example.com", "Bob", "+14155550102");
        host.AddToCrm("bob@example.com", "Bob", "+14155550103");

        await host.PullAsync();

        (await host.Contacts.CountAsync()).Should().Be(3, "Ada is one by her phone number, and Bob's address tells nothing");
    }
}
