using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrmMapping.Sqlite.Tests;

public sealed class An_application_that_chooses_sqlite : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Gets_a_store_connections_credentials_and_a_queue_on_one_file()
    {
        await using var services = Build(crm => crm.UseSqlite(_folder.ConnectionString));

        await services.GetRequiredService<IConnectionStore>().SaveAsync(
            new Connection { Name = "Acme", Kind = "HubSpot" }, "Ada", At.Noon, default);

        services.GetRequiredService<ISyncStore>().Should().BeSameAs(services.GetRequiredService<ISyncStore>());
        services.GetRequiredService<ICredentialSource>().Should().BeOfType<SqliteCredentialSource>();
        services.GetRequiredService<IChangeQueue>().Should().BeOfType<SqliteChangeQueue>();
        File.Exists(_folder.File("sync.db")).Should().BeTrue();
    }

    [Fact]
    public async Task Gets_the_last_file_it_named()
    {
        await using var services = Build(crm => crm
            .UseSqlite($"Data Source={_folder.File("first.db")}")
            .UseSqlite($"Data Source={_folder.File("second.db")}"));

        await services.GetRequiredService<ISyncStore>().CountLinksAsync("Acme", default);

        Directory.GetFiles(_folder.Path, "*.db").Should().Equal(_folder.File("second.db"));
    }

    [Fact]
    public void Keeps_the_credentials_of_its_own_vault()
    {
        var vault = new Vault();
        var services = new ServiceCollection().AddSingleton<ICredentialSource>(vault)
            .AddCrmMapping(crm => crm.UseSqlite(_folder.ConnectionString)).BuildServiceProvider();

        services.GetRequiredService<ICredentialSource>().Should().BeSameAs(vault);
        services.GetRequiredService<ISyncStore>().Should().BeOfType<SqliteSyncStore>();
    }

    [Fact]
    public async Task Works_with_contacts_that_the_engine_sees()
    {
        await using var services = Build(crm => crm.UseSqliteContacts(
            _folder.ConnectionString, ContactJsonContext.Default.Contact, keys => keys.Email(c => c.Email)));

        var id = await services.GetRequiredService<SqliteContacts<Contact>>().AddAsync(new Contact { Email = "ada@acme.test" });

        var repository = services.GetRequiredService<IContactRepository<Contact>>();
        (await repository.ReadAsync(Connection.DefaultTenant, [id], default)).Should().ContainSingle();
        services.GetRequiredService<IContactChangeFeed>().Should().BeSameAs(repository);
        services.GetRequiredService<IArchivesContacts>().Should().BeSameAs(repository);
    }

    [Fact]
    public async Task May_leave_the_json_to_reflection()
    {
        await using var services = Build(crm => crm.UseSqliteContacts<Contact>(
            _folder.ConnectionString, keys => keys.Email(c => c.Email)));
        var contacts = services.GetRequiredService<SqliteContacts<Contact>>();
        var ada = new Contact { FirstName = "Ada", CalledAt = At.Noon, Birthday = new(1815, 12, 10) };

        var found = await contacts.FindAsync(await contacts.AddAsync(ada));

        found!.Contact.Should().Be(ada);
        found.FieldTimes.Should().ContainKey("FirstName");
    }

    [Theory, Trait("Rule", "S5")]
    [InlineData(null, "CRM3001  UseSqlite: the connection string is null or blank.")]
    [InlineData("Data Source=:memory:", "CRM3001  UseSqlite: the connection string names no file")]
    [InlineData("Server=here", "CRM3001  UseSqlite: the connection string cannot be read:")]
    public void Learns_at_start_up_what_is_wrong_with_the_connection_string(string? connectionString, string mistake) =>
        Mistakes(crm => crm.UseSqlite(connectionString)).Should().Contain(said => said.StartsWith(mistake));

    [Fact, Trait("Rule", "S5")]
    public void Learns_at_start_up_that_contacts_could_not_be_found() =>
        Mistakes(crm => crm.UseSqliteContacts(_folder.ConnectionString, ContactJsonContext.Default.Contact, _ => { }))
            .Should().Contain(said => said.StartsWith("CRM3002  UseSqliteContacts<Contact>: no key was named"));

    private static ServiceProvider Build(Action<CrmMappingBuilder> configure) =>
        new ServiceCollection().AddCrmMapping(configure).BuildServiceProvider();

    private static IEnumerable<string> Mistakes(Action<CrmMappingBuilder> configure)
    {
        using var services = Build(configure);
        var starting = () => services.GetRequiredService<IStartupValidator>().Validate();
        return starting.Should().Throw<CrmMappingConfigurationException>().Which.Mistakes.Select(mistake => mistake.ToString());
    }

    private sealed class Vault : ICredentialSource
    {
        public ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken) =>
            ValueTask.FromResult<CrmCredentials?>(null);

        public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;

        public ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
