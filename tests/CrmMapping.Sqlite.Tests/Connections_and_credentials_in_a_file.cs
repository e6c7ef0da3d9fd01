namespace CrmMapping.Sqlite.Tests;

public sealed class Connections_and_credentials_in_a_file : IDisposable
{
    private static readonly Connection Acme = new() { Name = "Acme", Kind = "HubSpot" };

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteCredentialSource _credentials;

    public Connections_and_credentials_in_a_file()
    {
        _database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        _credentials = new SqliteCredentialSource(_database);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Leave_no_setting_behind() => typeof(ConnectionSettings).GetProperties().Select(property => property.Name)
        .Should().BeEquivalentTo(typeof(SettingsRow).GetProperties().Select(property => property.Name.Replace("PollNanoseconds", "PollInterval")));

    [Fact]
    public async Task Keep_the_latest_tokens()
    {
        (await _credentials.FindAsync(Acme, default)).Should().BeNull();
        var refreshed = new CrmCredentials { AccessToken = "b", ExpiresAt = At.Minute(30), RefreshToken = "r" };

        await _credentials.SaveAsync(Acme, new CrmCredentials { AccessToken = "a" }, default);
        await _credentials.SaveAsync(Acme, refreshed, default);

        (await _credentials.FindAsync(Acme, default)).Should().Be(refreshed);
    }

    [Fact, Trait("Rule", "S3")]
    public async Task Leave_nothing_of_a_token_in_the_file_once_it_is_deleted()
    {
        var other = Acme with { Name = "Globex" };
        await _credentials.SaveAsync(Acme, new CrmCredentials { AccessToken = "the-deleted-token", RefreshToken = "the-deleted-refresh" }, default);
        await _credentials.SaveAsync(other, new CrmCredentials { AccessToken = "the-kept-token" }, default);

        await _credentials.DeleteAsync(Acme, default);
        await _credentials.DeleteAsync(Acme, default);

        (await _credentials.FindAsync(Acme, default)).Should().BeNull();
        (await _credentials.FindAsync(other, default)).Should().Be(new CrmCredentials { AccessToken = "the-kept-token" });
        _database.Dispose();
        (await File.ReadAllTextAsync(_folder.File("sync.db"))).Should().Contain("the-kept-token").And.NotContain("the-deleted");
    }
}
