using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_connection_that_is_disconnected
{
    [Fact, Trait("Rule", "E8")]
    public async Task Has_no_credentials_any_more_whether_they_were_kept_or_declared_in_code()
    {
        await using var host = await SyncHost.StartAsync();
        var (credentials, kept) = (
            host.Services.GetRequiredService<ConnectionCredentials>(), host.Services.GetRequiredService<ICredentialSource>());
        await credentials.SaveAsync(host.Sync.Connection, new CrmCredentials { AccessToken = "kept" }, default);

        await host.Sync.DisconnectAsync("an admin");

        (await kept.FindAsync(host.Sync.Connection, default)).Should().BeNull();
        (await credentials.FindAsync(host.Sync.Connection, default)).Should().BeNull();
    }

    [Fact, Trait("Rule", "E8")]
    public async Task Keeps_no_token_that_was_being_refreshed_meanwhile()
    {
        await using var host = await SyncHost.StartAsync();
        var credentials = host.Services.GetRequiredService<ConnectionCredentials>();
        await host.Sync.DisconnectAsync("an admin");

        await credentials.SaveAsync(host.Sync.Connection, new CrmCredentials { AccessToken = "late" }, default);

        (await host.Services.GetRequiredService<ICredentialSource>().FindAsync(host.Sync.Connection, default)).Should().BeNull();
    }

    [Fact, Trait("Rule", "E8")]
    public async Task Refuses_runs_with_the_reason_and_asks_the_crm_nothing()
    {
        await using var host = await SyncHost.StartAsync();
        host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        await host.Sync.DisconnectAsync("an admin");
        var requests = host.Crm.Requests.Count;
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("ada@example.com"), p => p.City = "London");
        await host.Sync.NoticeLocalChangeAsync(await host.LocalIdAsync("ada@example.com"));

        var pull = await host.PullAsync();
        var one = await host.RunAsync(async s => await s.SyncContactAsync(await host.LocalIdAsync("ada@example.com")));
        var look = async () => await host.Sync.ExplainAsync("1");

        pull.Should().Match<OperationRecord>(r => r.State == OperationState.Failed && r.Message!.Contains("Reconnect it"));
        one.State.Should().Be(OperationState.Failed);
        (await look.Should().ThrowAsync<CrmException>()).Which.Failure.Should().Be(CrmFailure.Credentials);
        host.Crm.Requests.Count.Should().Be(requests);
    }

    [Fact, Trait("Rule", "E8")]
    public async Task Ignores_what_the_crm_tells_and_keeps_what_the_host_changes()
    {
        await using var host = await SyncHost.StartAsync();
        await host.Sync.DisconnectAsync("an admin");

        await host.Notices.AcceptAsync(
        [
            new Notice { Connection = "HubSpot", Side = SyncSide.Crm, Id = "7" },
            new Notice { Connection = "HubSpot", Side = SyncSide.Local, Id = "8" },
        ]);

        (await host.Store.ReadNoticesAsync("HubSpot", host.Now, 10, default)).Should().ContainSingle().Which.Id.Should().Be("8");
    }

    [Fact, Trait("Rule", "E8"), Trait("Rule", "S1")]
    public async Task Makes_up_for_what_happened_once_it_is_reconnected_with_its_links_as_they_were()
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        await host.Sync.DisconnectAsync("an admin");
        var id = await host.LocalIdAsync("ada@example.com");
        await host.Contacts.UpdateAsync(id, p => p.City = "London");
        host.Crm.Contacts.Update(ada.Id, "lastname", "Lovelace");

        var reconnected = await host.Sync.ReconnectAsync(new CrmCredentials { AccessToken = host.Crm.AccessToken }, "an admin");
        await host.SyncToRestAsync();

        reconnected.Saved!.State.Should().Be(ConnectionState.Active);
        host.CrmSide().Should().Equal("- | ada@example.com | Ada | Lovelace | London | -");
        await host.ExpectEqualSidesAsync();
        (await host.Store.CountLinksAsync("HubSpot", default)).Should().Be(1);
    }

    [Fact, Trait("Rule", "E8")]
    public async Task Stays_so_where_the_crm_refuses_the_new_credentials_and_the_old_ones_serve_no_more()
    {
        await using var host = await SyncHost.StartAsync();
        await host.PullAsync();
        await host.Sync.DisconnectAsync("an admin");
        var standing = host.Sync.Connection;

        var reconnect = () => host.Sync.ReconnectAsync(new CrmCredentials { AccessToken = "nobody's" }, "an admin");
        await reconnect.Should().ThrowAsync<CrmException>().WithMessage("*does not accept the access token*");
        var pull = await host.PullAsync();

        pull.State.Should().Be(OperationState.Failed, "the old token would have served");
        (await host.Services.GetRequiredService<ICrmConnections>().GetAsync("HubSpot")).Connection.Should().Be(standing);
        await host.Sync.ReconnectAsync(new CrmCredentials { AccessToken = host.Crm.AccessToken }, "an admin");
        (await host.PullAsync()).State.Should().Be(OperationState.Completed);
    }

    [Fact, Trait("Rule", "E8")]
    public async Task Is_not_reconnected_for_ever_where_credentials_are_kept_by_nobody()
    {
        await using var host = await SyncHost.StartAsync(services: s => s.Decorate<ICredentialSource>(static _ => new Forgetful()));

        var reconnect = () => host.Sync.ReconnectAsync(new CrmCredentials { AccessToken = host.Crm.AccessToken }, "an admin");

        await reconnect.Should().ThrowAsync<CrmException>().WithMessage("*the ICredentialSource keeps nothing*");
    }

    [Fact, Trait("Rule", "E8"), Trait("Rule", "S1")]
    public async Task Is_never_reconnected_to_another_account()
    {
        const string foreign = "second";
        var time = TestTime.AtNoon();
        await using var second = await HubSpotEmulator.StartAsync(
            new HubSpotEmulatorOptions { TimeProvider = time, LimitsEnabled = false, AccessTokens = [foreign], PortalId = 77 });
        await using var first = await SyncHost.StartCrmAsync(time);
        var file = SyncHost.NewFile();
        await using (var host = await SyncHost.StartBesideAsync(first, time, file, new SyncSetup(Services: services =>
            services.AddHttpClient("HubSpot").AddHttpMessageHandler(() => new TwoCrms(foreign, second.BaseAddress)))))
        {
            await host.EditMappingAsync(draft => draft.Retarget("City", "state"));
            await host.Sync.ReconnectAsync(new CrmCredentials { AccessToken = first.AccessToken }, "an admin");
            await host.Sync.DisconnectAsync("an admin");
            var standing = host.Sync.Connection;

            var refused = await host.Sync.ReconnectAsync(new CrmCredentials { AccessToken = foreign }, "an admin");

            standing.AccountId.Should().Be("1234567", "it was learned when it was connected");
            refused.Mistakes.Should().ContainSingle().Which.Should().Match<MappingMistake>(
                mistake => mistake.Code == "CRM1128" && mistake.Message.Contains("Create another connection for it"));
            (await host.Services.GetRequiredService<ICrmConnections>().GetAsync("HubSpot")).Connection.Should().Be(standing);
            (await host.Services.GetRequiredService<ICredentialSource>().FindAsync(standing, default)).Should().BeNull();
            (await host.Sync.ReadMappingHistoryAsync()).Should().ContainSingle();
            (await host.Sync.ReconnectAsync(new CrmCredentials { AccessToken = first.AccessToken }, "an admin")).IsSaved.Should().BeTrue();
        }

        SyncHost.Delete(file);
    }

    [Fact, Trait("Rule", "E8")]
    public async Task Turns_owner_and_disposition_status_back_once_it_is_reconnected_and_keeps_every_other_edit()
    {
        await using var host = await SyncHost.StartAsync(hubSpot => hubSpot.UseContactMap<OwnedPersonMap>());
        await host.EditMappingAsync(draft => draft.Retarget("FirstName", "jobtitle"));
        await host.Sync.DisconnectAsync("an admin");

        await host.Sync.ReconnectAsync(new CrmCredentials { AccessToken = host.Crm.AccessToken }, "an admin");
        var again = await host.Sync.ReconnectAsync(new CrmCredentials { AccessToken = host.Crm.AccessToken }, "an admin");

        again.IsSaved.Should().BeTrue();
        (await host.Sync.GetMappingAsync()).Mappings.Select(m => (m.Local.Key, m.Direction, m.Crm.Key)).Should().Equal(
            ("Phone", SyncDirection.Bidirectional, "phone"), ("Email", SyncDirection.Bidirectional, "email"),
            ("OwnerId", SyncDirection.FromCrm, "hubspot_owner_id"), ("Stage", SyncDirection.FromCrm, "hs_lead_status"),
            ("FirstName", SyncDirection.Bidirectional, "jobtitle"), ("City", SyncDirection.ToCrm, "city"));
        (await host.Sync.ReadMappingHistoryAsync()).Select(v => (v.Version, v.SavedBy)).Should().Equal((2, "an admin"), (1, "Ada"));
    }

    [Fact, Trait("Rule", "E8"), Trait("Rule", "E9")]
    public async Task Lets_rest_what_does_not_fit_the_account_that_is_reconnected_and_keeps_all_else()
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.AddToCrm("ada@example.com", "Ada", city: "London");
        await host.PullAsync();
        var state = host.Crm.Properties.Find("state")!;
        await host.EditMappingAsync(draft => draft.Retarget("City", "state"));
        await host.EditMappingAsync(draft => draft.Add("JobTitle", "jobtitle", SyncDirection.ToCrm));
        await host.Sync.DisconnectAsync("an admin");
        host.Crm.Properties.Remove("state");

        await host.Sync.ReconnectAsync(new CrmCredentials { AccessToken = host.Crm.AccessToken }, "an admin");
        host.Time.Advance(TimeSpan.FromMinutes(6));
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("ada@example.com"), p => (p.City, p.JobTitle) = ("Paris", "Countess"));
        await host.SyncToRestAsync();

        (await host.Sync.FindIssuesAsync()).Should().ContainSingle().Which.Should().Match<SyncIssue>(
            i => i.Code == IssueCode.FieldMissing && i.Field == "City" && i.Message.Contains("'state'"));
        host.Crm.Contacts.Find(ada.Id)!["jobtitle"].Should().Be("Countess");
        (await host.Sync.GetMappingAsync()).Version.Should().Be(2);
        host.Crm.Properties.Add(state);
        host.Time.Advance(TimeSpan.FromMinutes(6));
        await host.SyncToRestAsync();
        host.Crm.Contacts.Find(ada.Id)!["state"].Should().Be("Paris");
        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Is_neither_paused_nor_resumed()
    {
        await using var host = await SyncHost.StartAsync();
        await host.Sync.DisconnectAsync("an admin");

        foreach (var result in new[] { await host.Sync.PauseAsync("an admin"), await host.Sync.ResumeAsync("an admin") })
        {
            result.IsSaved.Should().BeFalse();
            result.Mistakes.Should().ContainSingle(m => m.Code == "CRM1126" && m.Message.Contains("ReconnectAsync"));
        }

        host.Sync.Connection.State.Should().Be(ConnectionState.Disconnected);
    }

    private sealed class Forgetful : ICredentialSource
    {
        public ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken) => default;

        public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) => default;

        public ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken) => default;
    }
}
