using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrmMapping.Tests.DependencyInjection;

public sealed class Services_of_a_host
{
    [Fact]
    public void Find_one_door_however_often_it_is_opened()
    {
        using var provider = new ServiceCollection()
            .AddCrmMapping(crm => crm.UseContacts<Contact, NoContacts>())
            .AddCrmMapping(crm => crm.AddInvented(c => c.UseContactMap<InventedMap>()))
            .BuildServiceProvider();

        var catalog = provider.GetServices<MapCatalog>().Should().ContainSingle().Subject;
        catalog.Find(InventedCrm.Kind, RecordType.Contact)!.Set.Name.Should().Be(nameof(InventedMap));
        catalog.Find(InventedCrm.Kind, RecordType.Lead).Should().BeNull();
        provider.GetServices<CrmMappingRegistry>().Should().ContainSingle().Which.ContactType.Should().Be<Contact>();
    }

    [Fact]
    public void Find_the_repository_under_each_of_its_abilities()
    {
        using var provider = new ServiceCollection()
            .AddCrmMapping(crm => crm.UseContacts<Contact, NoContacts>().UseUsers<NoContacts>())
            .BuildServiceProvider();

        var repository = provider.GetRequiredService<IContactRepository<Contact>>();
        provider.GetRequiredService<IContactChangeFeed>().Should().BeSameAs(repository);
        provider.GetRequiredService<IArchivesContacts>().Should().BeSameAs(repository);
        provider.GetRequiredService<IUserDirectory>().Should().BeOfType<NoContacts>();
    }

    [Fact]
    public void Keep_what_the_host_registered_itself()
    {
        var (own, time) = (new NoContacts(), new FrozenTime());
        using var provider = new ServiceCollection()
            .AddSingleton<IContactRepository<Contact>>(own)
            .AddSingleton<TimeProvider>(time)
            .AddCrmMapping(crm => crm.UseContacts<Contact, OtherContacts>())
            .BuildServiceProvider();

        provider.GetRequiredService<IContactRepository<Contact>>().Should().BeSameAs(own);
        provider.GetRequiredService<IClock>().GetCurrentInstant().Should().Be(Instant.FromUtc(2026, 11, 23, 22, 26));
    }

    [Fact]
    public void Replace_an_earlier_choice_by_a_later_one()
    {
        using var provider = new ServiceCollection()
            .AddCrmMapping(crm => crm.UseUsers<OtherContacts>().UseUsers<NoContacts>())
            .BuildServiceProvider();

        provider.GetServices<IUserDirectory>().Should().ContainSingle().Which.Should().BeOfType<NoContacts>();
    }

    [Fact]
    public void Hold_a_connection_of_the_crms_name_where_credentials_were_given()
    {
        using var provider = new ServiceCollection()
            .AddCrmMapping(crm => crm
                .AddInvented(c => c
                    .UseAccessToken("secret")
                    .ContactCreation(SyncFlow.BothWays)
                    .ContactUpdate(SyncFlow.FromCrm)
                    .ActivityTracking(SyncFlow.BothWays)
                    .OnCrmDelete(OnCrmDelete.Archive)
                    .DefaultPhoneRegion("US")
                    .TimeZone("America/New_York")
                    .MatchKeys(MatchKeyKind.Phone)
                    .UniqueKeys(MatchKeyKind.Phone)
                    .SyncLeadsAndContacts(prioritize: RecordType.Lead)
                    .PollInterval(Duration.FromSeconds(5)))
                .AddConnection(new Connection { Name = "west", Kind = InventedCrm.Kind }))
            .BuildServiceProvider();

        provider.GetRequiredService<MapCatalog>().Connections.Should().Equal(
            new DeclaredConnection(
                new Connection
                {
                    Name = InventedCrm.Kind,
                    Kind = InventedCrm.Kind,
                    Settings = new ConnectionSettings
                    {
                        ContactCreation = SyncFlow.BothWays,
                        ContactUpdate = SyncFlow.FromCrm,
                        ActivityTracking = SyncFlow.BothWays,
                        OnCrmDelete = OnCrmDelete.Archive,
                        DefaultPhoneRegion = "US",
                        TimeZone = "America/New_York",
                        MatchKeys = [MatchKeyKind.Phone],
                        UniqueKeys = [MatchKeyKind.Phone],
                        RecordTypes = [RecordType.Lead, RecordType.Contact],
                        Priority = RecordType.Lead,
                        PollInterval = Duration.FromSeconds(5),
                    },
                },
                new CrmCredentials { AccessToken = "secret" }),
            new DeclaredConnection(new Connection { Name = "west", Kind = InventedCrm.Kind }, null));
    }

    [Fact]
    public void Hold_no_connection_where_no_credentials_were_given()
    {
        using var provider = new ServiceCollection()
            .AddCrmMapping(crm => crm.AddInvented(c => c.UseContactMap<InventedMap>()))
            .BuildServiceProvider();

        provider.GetRequiredService<MapCatalog>().Connections.Should().BeEmpty();
    }

    [Fact]
    public void Compile_what_an_admin_edited()
    {
        using var provider = new ServiceCollection()
            .AddCrmMapping(crm => crm.AddInvented(c => c.UseContactMap<InventedMap>()))
            .BuildServiceProvider();
        var catalog = provider.GetRequiredService<MapCatalog>();
        var set = catalog.Find(InventedCrm.Kind, RecordType.Contact)!.Set;

        var edited = catalog.Compile(InventedCrm.Kind, set with { Mappings = [set.Mappings[0] with { Crm = new() { Key = "tel", Type = FieldType.Phone } }] });

        edited.Layout.Should().Be("Phone|tel\n");
        catalog.Invoking(c => c.Compile("Other", set)).Should().Throw<InvalidOperationException>().WithMessage("Other has no map*");
    }

    private sealed class OtherContacts : IUserDirectory, IContactRepository<Contact>
    {
        private readonly NoContacts _none = new();

        public Task<IReadOnlyList<LocalContact<Contact>>> ReadAsync(
            string tenant, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
            _none.ReadAsync(tenant, ids, cancellationToken);

        public Task<LocalPage<Contact>> ReadPageAsync(string tenant, string? cursor, int size, CancellationToken cancellationToken) =>
            _none.ReadPageAsync(tenant, cursor, size, cancellationToken);

        public Task<IReadOnlyList<LocalContact<Contact>>> FindAsync(
            string tenant, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken) =>
            _none.FindAsync(tenant, keys, cancellationToken);

        public Task<IReadOnlyList<LocalSaveResult>> SaveAsync(
            string tenant, IReadOnlyList<LocalSave<Contact>> saves, CancellationToken cancellationToken) =>
            _none.SaveAsync(tenant, saves, cancellationToken);

        public Task<IReadOnlyList<LocalSaveResult>> CreateAsync(
            string tenant, IReadOnlyList<LocalCreate<Contact>> creates, CancellationToken cancellationToken) =>
            _none.CreateAsync(tenant, creates, cancellationToken);

        public Task<IReadOnlyList<LocalUser>> ReadUsersAsync(string tenant, CancellationToken cancellationToken) =>
            _none.ReadUsersAsync(tenant, cancellationToken);
    }

    private sealed class FrozenTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 22, 26, 0, TimeSpan.Zero);
    }
}
