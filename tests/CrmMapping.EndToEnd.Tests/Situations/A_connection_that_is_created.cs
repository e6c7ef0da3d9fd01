using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_connection_that_is_created
{
    private const string Token = "second";

    [Fact, Trait("Rule", "X9")]
    public async Task Is_worked_from_then_on_beside_the_others()
    {
        var time = TestTime.AtNoon();
        await using var second = await HubSpotEmulator.StartAsync(new HubSpotEmulatorOptions
        {
            TimeProvider = time, LimitsEnabled = false, SearchLag = Duration.FromSeconds(1), AccessTokens = [Token],
        });
        await using var first = await SyncHost.StartCrmAsync(time);
        var file = SyncHost.NewFile();
        await using (var host = await SyncHost.StartBesideAsync(first, time, file, new SyncSetup(Services: services =>
            services.AddHttpClient("HubSpot").AddHttpMessageHandler(() => new TwoCrms(Token, second.BaseAddress)))))
        {
            second.Contacts.Create([new("email", "ada@example.com"), new("firstname", "Ada")]);
            var connections = host.Services.GetRequiredService<ICrmConnections>();

            var created = await connections.CreateAsync(
                new Connection { Name = "Second", Kind = "HubSpot", Tenant = "acme" }, new CrmCredentials { AccessToken = Token }, "an admin");
            var pull = await host.RunAsync(async _ => await (await connections.GetAsync("Second")).PullAsync());

            created.Saved.Should().Be(new Connection { Name = "Second", Kind = "HubSpot", Tenant = "acme", AccountId = "1234567", Version = 1 });
            pull.Counts.CreatedLocal.Should().Be(1);
            (await host.Contacts.CountAsync()).Should().Be(0, "it serves another tenant");
            (await connections.ReadAllAsync()).Select(c => c.Name).Should().BeEquivalentTo("HubSpot", "Second");
        }

        SyncHost.Delete(file);
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Is_refused_with_everything_that_is_wrong()
    {
        await using var host = await SyncHost.StartAsync();
        var connections = host.Services.GetRequiredService<ICrmConnections>();

        var result = await connections.CreateAsync(
            new Connection { Name = "HubSpot", Kind = "Dreamt", Settings = new ConnectionSettings { MaxAttempts = 0 } },
            new CrmCredentials { AccessToken = Token }, "an admin");

        result.Mistakes.Select(m => m.Code).Should().BeEquivalentTo("CRM1105", "CRM1106", "CRM1121");
        (await connections.ReadAllAsync()).Should().ContainSingle(c => c.Version == 0);
        (await host.Services.GetRequiredService<ICredentialSource>().FindAsync(host.Sync.Connection, default)).Should().BeNull();
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Is_refused_where_its_state_is_none_or_it_would_never_be_polled()
    {
        await using var host = await SyncHost.StartAsync();
        var connections = host.Services.GetRequiredService<ICrmConnections>();

        var result = await connections.CreateAsync(
            new Connection
            {
                Name = "Second", Kind = "HubSpot", State = (ConnectionState)7,
                Settings = new ConnectionSettings { PollInterval = Duration.MaxValue },
            },
            null, "an admin");

        result.Mistakes.Select(static m => (m.Code, m.Field)).Should().BeEquivalentTo([("CRM1122", "State"), ("CRM1110", "PollInterval")]);
        (await connections.ReadAllAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Is_refused_credentials_that_hold_no_token()
    {
        await using var host = await SyncHost.StartAsync();
        var connections = host.Services.GetRequiredService<ICrmConnections>();

        var created = await connections.CreateAsync(
            new Connection { Name = "Second", Kind = "HubSpot" }, new CrmCredentials { AccessToken = " " }, "an admin");
        var reconnected = await host.Sync.ReconnectAsync(new CrmCredentials(), "an admin");

        created.ToString().Should().Be(
            "CRM1112  Second, credentials: there is neither an access token nor a refresh token. Give the one that the CRM handed out.");
        reconnected.Mistakes.Should().ContainSingle().Which.Code.Should().Be("CRM1112");
        (await host.Sync.ReadHistoryAsync()).Should().BeEmpty();
    }

    public static TheoryData<Connection> Unfinished =>
    [
        new Connection { Name = " ", Kind = "HubSpot" },
        new Connection { Name = "two\nlines", Kind = "HubSpot" },
        new Connection { Name = "Second", Kind = "" },
        new Connection { Name = "Second", Kind = "HubSpot", Tenant = "" },
        new Connection { Name = "Second", Kind = "HubSpot", Settings = null! },
        new Connection { Name = "Second", Kind = "HubSpot", Settings = new ConnectionSettings { VolumeGuard = null! } },
    ];

    [Theory, MemberData(nameof(Unfinished))]
    public async Task Is_no_connection_without_a_name_a_tenant_and_settings(Connection unfinished)
    {
        await using var host = await SyncHost.StartAsync();
        var connections = host.Services.GetRequiredService<ICrmConnections>();

        var create = () => connections.CreateAsync(unfinished, null, "an admin");

        await create.Should().ThrowAsync<ArgumentException>().WithParameterName("connection");
        (await connections.ReadAllAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Is_named_among_a_few_where_another_one_is_asked_for()
    {
        await using var host = await SyncHost.StartAsync();
        var connections = host.Services.GetRequiredService<ICrmConnections>();
        for (var n = 10; n < 22; n++)
        {
            await connections.CreateAsync(new Connection { Name = $"C{n}", Kind = "HubSpot", State = ConnectionState.Paused }, null, "an admin");
        }

        var get = () => connections.GetAsync("none");

        await get.Should().ThrowAsync<ArgumentException>().WithMessage("There is no connection 'none'. Known: *'C10'* and 3 more.*");
    }

    [Fact]
    public async Task Of_one_name_is_created_once_by_however_many_try()
    {
        await using var host = await SyncHost.StartAsync();
        var connections = host.Services.GetRequiredService<ICrmConnections>();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => connections.CreateAsync(
            new Connection { Name = "Acme", Kind = "HubSpot", State = ConnectionState.Paused },
            new CrmCredentials { AccessToken = host.Crm.AccessToken, RefreshToken = $"{number}" }, $"{number}"))));

        results.Where(r => r.IsSaved).Should().ContainSingle();
        results.Where(r => !r.IsSaved).Should().OnlyContain(r => r.Mistakes.Single().Code == "CRM1105");
        var acme = await connections.GetAsync("Acme");
        var winner = (await acme.ReadHistoryAsync()).Single().SavedBy;
        (await host.Services.GetRequiredService<ICredentialSource>().FindAsync(acme.Connection, default))!.RefreshToken.Should().Be(winner);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_not_saved_where_the_crm_refuses_its_credentials()
    {
        await using var host = await SyncHost.StartAsync();
        var connections = host.Services.GetRequiredService<ICrmConnections>();
        var acme = new Connection { Name = "Acme", Kind = "HubSpot" };

        var create = () => connections.CreateAsync(acme, new CrmCredentials { AccessToken = "nobody's" }, "an admin");

        await create.Should().ThrowAsync<CrmException>().WithMessage("Acme: HubSpot does not accept the access token*");
        (await connections.ReadAllAsync()).Should().ContainSingle(c => c.Name == "HubSpot");
        (await host.Services.GetRequiredService<ICredentialSource>().FindAsync(acme, default)).Should().BeNull();
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_refused_where_its_credentials_open_another_account_than_it_names()
    {
        await using var host = await SyncHost.StartAsync();
        var connections = host.Services.GetRequiredService<ICrmConnections>();
        var acme = new Connection { Name = "Acme", Kind = "HubSpot", AccountId = "77" };

        var created = await connections.CreateAsync(acme, new CrmCredentials { AccessToken = host.Crm.AccessToken }, "an admin");

        created.Mistakes.Should().ContainSingle().Which.Should().Match<MappingMistake>(
            mistake => mistake.Code == "CRM1128" && mistake.Message.Contains("it is '77', and the credentials open the account '1234567'"));
        (await connections.ReadAllAsync()).Should().ContainSingle(c => c.Name == "HubSpot");
        (await host.Services.GetRequiredService<ICredentialSource>().FindAsync(acme, default)).Should().BeNull();
    }

    [Fact]
    public async Task Needs_a_place_for_its_credentials()
    {
        await using var host = await SyncHost.StartAsync(services: s => s.Remove(s.Single(d => d.ServiceType == typeof(ICredentialSource))));
        var connections = host.Services.GetRequiredService<ICrmConnections>();
        var acme = new Connection { Name = "Acme", Kind = "HubSpot" };

        var created = await connections.CreateAsync(acme, new CrmCredentials { AccessToken = Token }, "an admin");
        var reconnected = await host.Sync.ReconnectAsync(new CrmCredentials { AccessToken = Token }, "an admin");

        created.Mistakes.Should().ContainSingle(m => m.Code == "CRM1127");
        reconnected.Mistakes.Should().ContainSingle(m => m.Code == "CRM1127");
    }
}
