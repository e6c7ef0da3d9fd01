using NodaTime;

namespace CrmMapping.Sqlite.Tests;

public sealed class Connections_and_credentials_in_a_file : IDisposable
{
    private static readonly Connection Acme = new()
    {
        Name = "Acme",
        Kind = "hubspot",
        Tenant = "acme",
        Settings = new ConnectionSettings
        {
            ContactCreation = SyncFlow.FromCrm,
            ContactUpdate = SyncFlow.BothWays,
            ActivityTracking = SyncFlow.BothWays,
            OnCrmDelete = OnCrmDelete.Archive,
            OnLocalDelete = OnLocalDelete.Archive,
            DefaultPhoneRegion = "US",
            UniqueKeys = [MatchKeyKind.Email, MatchKeyKind.Phone],
            Evidence = EvidenceRule.FieldTimes,
            PollInterval = Duration.FromMilliseconds(1500),
            VolumeGuard = new VolumeGuard { MaxCreates = 5, MaxClearedShare = null, AlwaysAllowedDeletes = 0 },
            MaxAttempts = 0,
        },
    };

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteConnectionStore _connections;
    private readonly SqliteCredentialSource _credentials;

    public Connections_and_credentials_in_a_file()
    {
        _database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        _connections = new SqliteConnectionStore(_database);
        _credentials = new SqliteCredentialSource(_database);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Come_back_with_every_setting()
    {
        var plain = new Connection { Name = "Globex", Kind = "hubspot" };
        await _connections.SaveAsync(Acme, default);
        await _connections.SaveAsync(plain, default);

        (await _connections.FindAsync("Acme", default)).Should().Be(Acme);
        (await _connections.ReadAllAsync(default)).Should().Equal(Acme, plain);
        (await _connections.FindAsync("Initech", default)).Should().BeNull();
    }

    [Fact]
    public void Leave_no_setting_behind() => typeof(ConnectionSettings).GetProperties().Select(property => property.Name)
        .Should().BeEquivalentTo(typeof(SettingsRow).GetProperties().Select(property => property.Name.Replace("PollNanoseconds", "PollInterval")));

    [Fact]
    public async Task Are_replaced_by_name()
    {
        await _connections.SaveAsync(Acme, default);
        await _connections.SaveAsync(Acme with { Tenant = "other" }, default);

        (await _connections.ReadAllAsync(default)).Should().Equal(Acme with { Tenant = "other" });
    }

    [Fact]
    public async Task Keep_the_latest_tokens()
    {
        (await _credentials.FindAsync(Acme, default)).Should().BeNull();
        var refreshed = new CrmCredentials { AccessToken = "b", ExpiresAt = At.Minute(30), RefreshToken = "r" };

        await _credentials.SaveAsync(Acme, new CrmCredentials { AccessToken = "a" }, default);
        await _credentials.SaveAsync(Acme, refreshed, default);

        (await _credentials.FindAsync(Acme, default)).Should().Be(refreshed);
    }
}
