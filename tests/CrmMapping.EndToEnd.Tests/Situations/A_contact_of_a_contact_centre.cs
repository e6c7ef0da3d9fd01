using CrmMapping.Aloware;
using CrmMapping.Emulators;
using CrmMapping.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_contact_of_a_contact_centre : IAsyncLifetime
{
    private readonly string _file = SyncHost.NewFile();
    private readonly TestTime _time = TestTime.AtNoon();
    private HubSpotEmulator _crm = null!;
    private ServiceProvider _host = null!;
    private ICrmSync _sync = null!;

    private SqliteContacts<AlowareContact> Contacts => _host.GetRequiredService<SqliteContacts<AlowareContact>>();

    public async Task InitializeAsync()
    {
        _crm = await SyncHost.StartCrmAsync(_time);
        Add("aloware_last_inbound_call_date", "date", "date");
        Add("aloware_last_inbound_call_date_time", "datetime", "date");
        Add("aloware_last_inbound_call_time", "string", "text");
        Add("aloware_total_inbound_calls", "number", "number");
        _host = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_time)
            .AddCrmMapping(crm => crm
                .UseSqlite($"Data Source={_file}")
                .UseSqliteContacts<AlowareContact>($"Data Source={_file}", keys => keys.Phone(c => c.PhoneNumber).Email(c => c.Email))
                .AddHubSpot(hubSpot => hubSpot
                    .UseAccessToken(_crm.AccessToken)
                    .UseContactMap<AlowareHubSpotMap>()
                    .ContactCreation(SyncFlow.BothWays)
                    .Configure(options =>
                    {
                        options.BaseAddress = _crm.BaseAddress;
                        options.RequestTimeout = TimeSpan.FromMinutes(9);
                    })))
            .BuildServiceProvider();
        _sync = await _host.GetRequiredService<ICrmConnections>().GetAsync("HubSpot");
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _crm.DisposeAsync();
        SyncHost.Delete(_file);
    }

    [Fact, Trait("Rule", "E7"), Trait("Rule", "E9")]
    public async Task Reaches_HubSpot_as_far_as_the_account_has_properties_for_it()
    {
        var denver = DateTimeZoneProviders.Tzdb["America/Denver"];
        await Contacts.AddAsync(new AlowareContact
        {
            PhoneNumber = "+14155550123",
            FirstName = "Ada",
            TimeZone = "Europe/London",
            DateOfBirth = new LocalDate(1990, 9, 25),
            LastInboundCallAt = Instant.FromUtc(2024, 2, 2, 5, 26, 16).InZone(denver).ToOffsetDateTime(),
            TotalInboundCalls = 3,
            ContactId = "7001",
        });

        await RunAsync(s => s.PushAsync());

        var ada = _crm.Contacts.All.Should().ContainSingle().Subject;
        ada["phone"].Should().Be("+14155550123");
        ada["hs_timezone"].Should().Be("europe_slash_london");
        ada["date_of_birth"].Should().Be("1990-09-25");
        ada["aloware_last_inbound_call_date"].Should().Be("2024-02-01");
        ada["aloware_last_inbound_call_date_time"].Should().StartWith("2024-02-02T05:26:16");
        ada["aloware_last_inbound_call_time"].Should().Be("22:26:16-07:00");
        ada["aloware_total_inbound_calls"].Should().Be("3");
    }

    [Fact, Trait("Rule", "X4")]
    public async Task Takes_what_a_person_writes_in_HubSpot_and_writes_nothing_back()
    {
        var ada = _crm.Contacts.Create([new("phone", "+14155550123"), new("date_of_birth", "Sept 25, 1990"), new("hs_timezone", "us_slash_eastern")]);
        await RunAsync(s => s.PullAsync());
        await RunAsync(s => s.SyncChangesAsync());

        var (_, contact) = await OneAsync();

        contact.DateOfBirth.Should().Be(new LocalDate(1990, 9, 25));
        contact.TimeZone.Should().Be("US/Eastern");
        _crm.Contacts.Find(ada.Id)!["date_of_birth"].Should().Be("Sept 25, 1990", "what means the same is not written");
    }

    [Fact]
    public async Task Keeps_the_offset_of_an_event_in_the_host_s_own_file()
    {
        var at = new LocalDateTime(2024, 2, 1, 22, 26, 16).WithOffset(Offset.FromHours(-7));
        await Contacts.AddAsync(new AlowareContact { PhoneNumber = "+14155550123", LastInboundCallAt = at });

        (await OneAsync()).Contact.Should().BeEquivalentTo(new
        {
            LastInboundCallAt = at,
            LastInboundCallDate = new LocalDate(2024, 2, 1),
            LastInboundCallTime = new OffsetTime(new LocalTime(22, 26, 16), Offset.FromHours(-7)),
        });
    }

    private void Add(string name, string type, string fieldType) =>
        _crm.Properties.Add(new HubSpotProperty { Name = name, Label = name, Type = type, FieldType = fieldType });

    private async Task RunAsync(Func<ICrmSync, Task<OperationRun>> start)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var run = await start(_sync);
        var done = await run.WaitAsync(null, patience.Token);
        done.State.Should().Be(OperationState.Completed, done.Message);
    }

    private async Task<(string Id, AlowareContact Contact)> OneAsync()
    {
        var all = new List<(string, AlowareContact)>();
        await foreach (var contact in Contacts.ListAsync())
        {
            all.Add((contact.Id, contact.Contact));
        }

        return all.Should().ContainSingle().Subject;
    }
}
