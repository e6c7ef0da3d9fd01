using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

public sealed class Users_and_owners
{
    private readonly Staff _staff = new();

    [Fact, Trait("Rule", "O4")]
    public async Task Are_not_paired_where_the_host_lists_one_user_twice_with_different_facts()
    {
        var staff = new Staff("ada@example.com");
        await using var host = await SyncHost.StartAsync(services: services => services.AddSingleton<IUserDirectory>(staff));
        host.Crm.Owners.Add("ada@example.com", "Ada", "Byron");
        host.Crm.Owners.Add("countess@example.com", "Ada", "Lovelace");
        staff.Users.AddRange([staff.Users[0], staff.Users[0] with { Email = "countess@example.com" }]);

        var run = await host.RunAsync(s => s.SyncUsersAsync());

        run.State.Should().Be(OperationState.Failed);
        run.Message.Should().Be(
            "The host lists the user 'ada@example.com' twice, with different facts, so nobody was paired. Let IUserDirectory give each user once.");
        (await host.Store.ReadOwnerPairsAsync("HubSpot", default)).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "O4")]
    public async Task Are_paired_where_the_host_lists_one_user_twice_alike()
    {
        var staff = new Staff("ada@example.com", "ada@example.com");
        await using var host = await SyncHost.StartAsync(services: services => services.AddSingleton<IUserDirectory>(staff));
        var ada = host.Crm.Owners.Add("ada@example.com", "Ada", "Byron");

        await host.RunAsync(s => s.SyncUsersAsync());

        (await host.Store.ReadOwnerPairsAsync("HubSpot", default)).Should().Equal(
            new OwnerPair("ada@example.com", ada.Id) { OwnerEmail = "ada@example.com", OwnerName = "Ada Byron" });
    }

    [Fact, Trait("Rule", "O4")]
    public async Task Are_paired_by_address_and_everybody_is_told_of()
    {
        await using var host = await StartAsync();
        var ada = Owner(host, "Ada@Example.com", "Ada");
        var gone = Owner(host, "gone@example.com", "Gone");
        Owner(host, "alone@example.com", "Alone");
        _staff.Users.AddRange(
        [
            new LocalUser("u1", "ada@example.com", "Ada"),
            new LocalUser("u2", "gone@example.com", "Gone"),
            new LocalUser("u3", null, "No address"),
            new LocalUser("u4", "twice@example.com", "Twice"),
            new LocalUser("u5", "twice@example.com", "Twice again"),
            new LocalUser("u6", "alone@example.com", "Extension", LocalUserKind.Extension),
        ]);
        await host.RunAsync(s => s.SyncUsersAsync());
        host.Crm.Owners.Deactivate(gone.Id);

        var run = await host.RunAsync(s => s.SyncUsersAsync());

        run.State.Should().Be(OperationState.Completed, run.Message);
        run.Message.Should().Be("1 paired: 0 added, 1 kept; 1 removed; 4 users and 1 owners without a counterpart.");
        (await LinesAsync(host, run)).Should().Equal(
            "Kept Ada ↔ Ada Lovelace: paired by e-mail",
            "Removed Gone ↔ Gone Lovelace: the owner is deactivated in the CRM",
            "Unpaired Gone: no active owner in the CRM has this e-mail address: invite the user there, or correct the address",
            "Unpaired No address: the user has no e-mail address: give it the one of its owner in the CRM",
            "Unpaired Twice: several users have this e-mail address: give each its own",
            "Unpaired Twice again: several users have this e-mail address: give each its own",
            "Unpaired Alone Lovelace: the user is an extension or destination, and only active users own contacts");
        (await host.Store.ReadOwnerPairsAsync("HubSpot", default)).Should().Equal(new OwnerPair("u1", ada.Id) { OwnerEmail = "Ada@Example.com", OwnerName = "Ada Lovelace" });
    }

    [Fact, Trait("Rule", "F7")]
    public async Task Are_known_by_address_in_a_text_property_that_an_admin_chose()
    {
        await using var host = await StartAsync();
        host.Crm.Properties.Add(new HubSpotProperty { Name = "caller", Label = "Caller", Type = "string", FieldType = "text" });
        Owner(host, "ada@example.com", "Ada");
        Owner(host, "bob@example.com", "Bob");
        _staff.Users.AddRange([new LocalUser("u1", "ada@example.com", "Ada"), new LocalUser("u2", "bob@example.com", "Bob")]);
        await host.RunAsync(s => s.SyncUsersAsync());
        var draft = (await host.Sync.GetMappingAsync()).Edit();
        draft.Retarget("OwnerId", "caller");
        await host.Sync.SaveMappingAsync(draft, "an admin");
        var eve = host.Crm.Contacts.Create([new("email", "eve@example.com"), new("caller", "ADA@example.com")]);
        await host.PullAsync();
        var id = await host.LocalIdAsync("eve@example.com");
        (await host.PersonAsync(id)).OwnerId.Should().Be("u1");

        host.Crm.Contacts.Update(eve.Id, "caller", "Bob Lovelace");
        await host.SyncToRestAsync();
        (await host.PersonAsync(id)).OwnerId.Should().Be("u1", "nobody asked for the contact by hand");
        await host.RunAsync(s => s.SyncContactAsync(id));
        (await host.PersonAsync(id)).OwnerId.Should().Be("u2");

        await host.Contacts.UpdateAsync(id, p => p.OwnerId = "u1");
        await host.SyncToRestAsync();
        host.Crm.Contacts.Find(eve.Id)!["caller"].Should().Be("ada@example.com");
        await host.ExpectRestAsync();
    }

    [Theory, Trait("Rule", "O4")]
    [InlineData(LocalUserKind.Inactive, "the user is inactive")]
    [InlineData(LocalUserKind.Suspended, "the user is suspended")]
    [InlineData(LocalUserKind.Deleted, "the user is deleted")]
    [InlineData(LocalUserKind.Extension, "the user is an extension or destination")]
    [InlineData(null, "the user is gone")]
    public async Task Part_when_the_user_no_longer_works(LocalUserKind? kind, string reason)
    {
        await using var host = await StartAsync();
        Owner(host, "ada@example.com", "Ada");
        _staff.Users.Add(new LocalUser("u1", "ada@example.com", "Ada"));
        await host.RunAsync(s => s.SyncUsersAsync());
        _staff.Users.Clear();
        if (kind is { } now)
        {
            _staff.Users.Add(new LocalUser("u1", "ada@example.com", "Ada", now));
        }

        var run = await host.RunAsync(s => s.SyncUsersAsync());

        (await LinesAsync(host, run)).Should().Contain(line => line.StartsWith("Removed", StringComparison.Ordinal) && line.EndsWith(reason, StringComparison.Ordinal));
        (await host.Store.ReadOwnerPairsAsync("HubSpot", default)).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "O4"), Trait("Rule", "F6")]
    public async Task Let_contacts_through_that_waited_for_them()
    {
        await using var host = await StartAsync();
        _staff.Users.Add(new LocalUser("u1", "ada@example.com", "Ada"));
        await host.PullAsync();
        await host.Contacts.AddAsync(new Person { Email = "bob@example.com", FirstName = "Bob", OwnerId = "u1" });
        await host.SyncToRestAsync();
        var held = await host.Sync.FindIssuesAsync();
        var ada = Owner(host, "ada@example.com", "Ada");

        await host.RunAsync(s => s.SyncUsersAsync());
        await host.SyncToRestAsync();

        held.Should().ContainSingle().Which.Code.Should().Be(IssueCode.OwnerNotPaired);
        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
        host.Crm.Contacts.FindByEmail("bob@example.com")!["hubspot_owner_id"].Should().Be(ada.Id);
    }

    [Fact, Trait("Rule", "O4")]
    public async Task Are_paired_only_when_somebody_asks_for_it()
    {
        await using var host = await StartAsync();
        Owner(host, "ada@example.com", "Ada");
        _staff.Users.Add(new LocalUser("u1", "ada@example.com", "Ada"));

        await host.PullAsync();
        await host.SyncToRestAsync();

        (await host.Store.ReadOwnerPairsAsync("HubSpot", default)).Should().BeEmpty();
        host.Crm.Requests.ByKind.Keys.Should().NotContain(kind => kind.StartsWith("owners", StringComparison.Ordinal));
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Are_left_as_they_are_by_a_preview()
    {
        await using var host = await StartAsync();
        Owner(host, "ada@example.com", "Ada");
        _staff.Users.Add(new LocalUser("u1", "ada@example.com", "Ada"));

        var run = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.SyncUsers));

        (await LinesAsync(host, run)).Should().ContainSingle().Which.Should().StartWith("Paired");
        (await host.Store.ReadOwnerPairsAsync("HubSpot", default)).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "F6")]
    public async Task Offer_only_those_who_are_paired()
    {
        await using var host = await StartAsync();
        Owner(host, "ada@example.com", "Ada");
        _staff.Users.AddRange([new LocalUser("u1", "ada@example.com", "Ada"), new LocalUser("u2", "bob@example.com", "Bob")]);
        await host.RunAsync(s => s.SyncUsersAsync());

        var owners = await host.Sync.AssignableOwnersAsync();

        owners.Should().Equal(new CrmChoice("u1", "Ada", IsCrmOwned: false));
    }

    [Fact, Trait("Rule", "F5")]
    public async Task Choose_from_the_statuses_of_the_crm()
    {
        var kept = new KeptStatuses();
        await using var host = await StartAsync(services => services.AddSingleton<IDispositionStatuses>(kept));

        var offered = await host.Sync.DispositionStatusesAsync();
        var run = await host.RunAsync(s => s.PullLeadStatusesAsync());

        offered.Should().Contain(new CrmChoice("NEW", "New", IsCrmOwned: true)).And.OnlyContain(choice => choice.IsCrmOwned);
        run.State.Should().Be(OperationState.Completed, run.Message);
        kept.Statuses.Should().Equal(offered);
    }

    [Fact, Trait("Rule", "O1")]
    public async Task Get_no_statuses_where_the_map_holds_none()
    {
        var kept = new KeptStatuses();
        await using var host = await SyncHost.StartAsync(services: services => services.AddSingleton<IDispositionStatuses>(kept));

        var run = await host.RunAsync(s => s.PullLeadStatusesAsync());

        run.State.Should().Be(OperationState.Failed);
        run.Message.Should().Be("This CRM keeps no lead statuses, or the map holds none. Map a property with AsDispositionStatus().");
        kept.Statuses.Should().BeEmpty();
    }

    [Theory, Trait("Rule", "F4")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Let_a_status_through_once_the_crm_has_it(bool isNew)
    {
        await using var host = await StartAsync();
        await host.PullAsync();
        var id = await host.Contacts.AddAsync(new Person { Email = "bob@example.com", FirstName = "Bob", Stage = "VIP" });
        await host.SyncToRestAsync();
        var held = await host.Sync.FindIssuesAsync();
        if (isNew)
        {
            host.Crm.Properties.Change("hs_lead_status", p => p with { Options = [.. p.Options, new HubSpotPropertyOption("VIP", "Very important")] });
        }

        host.Time.Advance(TimeSpan.FromMinutes(6));
        await host.SyncToRestAsync();

        held.Should().ContainSingle().Which.Should().Match<SyncIssue>(i => i.Code == IssueCode.NotAnOption && i.LocalId == id && i.Field == "Stage");
        host.Crm.Contacts.FindByEmail("bob@example.com")!["hs_lead_status"].Should().Be(isNew ? "VIP" : null);
        (await host.Sync.FindIssuesAsync()).Should().HaveCount(isNew ? 0 : 1);
    }

    private Task<SyncHost> StartAsync(Action<IServiceCollection>? services = null) => SyncHost.StartAsync(
        hubSpot => hubSpot.UseContactMap<OwnedPersonMap>(),
        all =>
        {
            all.AddSingleton<IUserDirectory>(_staff);
            services?.Invoke(all);
        });

    private static HubSpotOwner Owner(SyncHost host, string email, string name) => host.Crm.Owners.Add(email, name, "Lovelace");

    private static async Task<IReadOnlyList<string>> LinesAsync(SyncHost host, OperationRecord record)
    {
        var lines = await (await host.Sync.FindRunAsync(record.Id))!.ReadLinesAsync().ToListAsync();
        return [.. lines.Select(line => $"{line.Kind} {line.Subject}: {line.Text}")];
    }

    private sealed class KeptStatuses : IDispositionStatuses
    {
        public IReadOnlyList<CrmChoice> Statuses { get; private set; } = [];

        public Task ReplaceAsync(
            string tenant, string connection, IReadOnlyList<CrmChoice> statuses, CancellationToken cancellationToken)
        {
            Statuses = statuses;
            return Task.CompletedTask;
        }
    }
}
