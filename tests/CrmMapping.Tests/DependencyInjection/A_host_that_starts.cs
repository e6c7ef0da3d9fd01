using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping.Tests.DependencyInjection;

[Trait("Rule", "S5")]
public sealed class A_host_that_starts
{
    public static TheoryData<string, string, Action<CrmMappingBuilder>> Cases => new()
    {
        { "CRM1103", "Customer", crm => crm.AddInvented(c => c.UseContactMap<CustomerMap>()) },
        { "CRM1104", "added twice", crm => crm.AddInvented(Right).AddInvented(Right) },
        { "CRM1105", "name of its own", crm => crm.AddInvented(Right).AddConnection(Named("a")).AddConnection(Named("a")) },
        {
            "CRM1105", "name of its own",
            crm => crm.AddInvented(c => Right(c.UseAccessToken("secret"))).AddConnection(Named(InventedCrm.Kind))
        },
        { "CRM1106", "'Other'", crm => crm.AddInvented(Right).AddConnection(Named("a") with { Kind = "Other" }) },
        { "CRM1107", "UseContactMap", crm => crm.AddInvented() },
        { "CRM1108", "the region is unknown", crm => AddOptions(crm.AddInvented(Right)) },
        { "CRM1109", "'Texas'", crm => crm.AddInvented(c => Right(c.DefaultPhoneRegion("Texas"))) },
        { "CRM1110", "at least one second", crm => crm.AddInvented(c => Right(c.PollInterval(Duration.FromMilliseconds(10)))) },
        { "CRM1111", "ICrmAdapter", crm => crm.AddCrm(new InventedBuilder(crm), Right) },
        { "CRM1113", "JournalRetention", crm => crm.JournalRetention(NodaTime.Duration.Zero) },
        { "CRM1112", "UseAccessToken", crm => crm.AddInvented(c => Right(c.UseAccessToken(null))) },
        { "CRM1112", "UseAccessToken", crm => crm.AddInvented(c => Right(c.UseAccessToken(" "))) },
        { "CRM1114", "each once", With(s => s with { RecordTypes = [] }) },
        { "CRM1114", "each once", With(s => s with { RecordTypes = [RecordType.Contact, RecordType.Contact] }) },
        { "CRM1115", "Lead", With(s => s with { RecordTypes = [RecordType.Lead] }) },
        { "CRM1116", "Choose one", With(s => s with { RecordTypes = [RecordType.Lead, RecordType.Contact] }, c => c.UseLeadMap<InventedMap>()) },
        { "CRM1116", "Lead goes first", With(s => s with { Priority = RecordType.Lead }) },
        { "CRM1117", "'Mars/Olympus'", With(s => s with { TimeZone = "Mars/Olympus" }) },
        { "CRM1117", "'Mars/Olympus'", crm => crm.AddInvented(c => Right(c.TimeZone("Mars/Olympus"))) },
        { "CRM1118", "no key is named", With(s => s with { MatchKeys = [] }) },
        { "CRM1118", "InventedMap maps no field of the type Email", crm => crm.AddInvented(c => Right(c.MatchKeys(MatchKeyKind.Email))) },
        { "CRM1119", "unique by Email", With(s => s with { MatchKeys = [MatchKeyKind.Phone], UniqueKeys = [MatchKeyKind.Email] }) },
        { "CRM1120", "VolumeGuard.MaxCreates", With(s => s with { VolumeGuard = new VolumeGuard { MaxCreates = -1 } }) },
        { "CRM1120", "VolumeGuard.MaxDeletedShare", With(s => s with { VolumeGuard = new VolumeGuard { MaxDeletedShare = double.NaN } }) },
        { "CRM1121", "at least 1", With(s => s with { MaxAttempts = 0 }) },
        { "CRM1131", "from zero to 30 days", With(s => s with { Calls = new CallSettings { WaitForContact = Duration.FromDays(31) } }) },
        { "CRM1122", "FromCrm, BothWays", With(s => s with { ContactUpdate = (SyncFlow)7 }) },
        { "CRM1123", "ConcurrentConnections", crm => crm.ConcurrentConnections(0) },
        { "CRM1140", "name of its own", crm => Phones(crm.AddInvented(Right)).AddTelephony(Acme, Opens).AddTelephony(Acme with { Tenant = "north" }, Opens) },
        { "CRM1141", "'Telegraph' is no telephony", crm => crm.AddInvented(Right).AddTelephony(Acme with { Kind = "Telegraph" }, Opens) },
        { "CRM1141", "(Phones)", crm => Phones(crm.AddInvented(Right)).AddTelephony(Acme with { Kind = "phones" }, Opens) },
        { "CRM1142", "Secret", crm => Phones(crm.AddInvented(Right)).AddTelephony(Acme, Opens with { Secret = " " }) },
        { "CRM1142", "KeyId", crm => Phones(crm.AddInvented(Right)).AddTelephony(Acme, Opens with { KeyId = "" }) },
        { "CRM1142", "WebhookTokens", crm => Phones(crm.AddInvented(Right)).AddTelephony(Acme, Opens with { WebhookTokens = ["one", ""] }) },
        { "CRM1008", "'employees' (Number)", crm => crm.AddInvented(c => c.UseContactMap<WrongMap>()) },
        { "CRM1008", "'employees' (Number)", crm => crm.AddInvented(c => Right(c.UseLeadMap<WrongMap>())) },
    };

    private static TelephonyAccount Acme { get; } = new("Acme", InventedPhones.KindName);

    private static TelephonyCredentials Opens { get; } = new() { KeyId = "id", Secret = "secret" };

    [Theory, MemberData(nameof(Cases))]
    public void Refuses_what_is_wrong(string code, string words, Action<CrmMappingBuilder> configure)
    {
        var mistake = MistakesOf(crm => configure(WithHost(crm))).Should().ContainSingle().Subject;

        mistake.Code.Should().Be(code);
        mistake.ToString().Should().Contain(words);
    }

    [Fact]
    public void Refuses_everything_that_is_wrong_at_once() =>
        MistakesOf(crm => crm.AddInvented(c => c.UseContactMap<WrongMap>().UseAccessToken(null)))
            .Select(mistake => mistake.Code)
            .Should().BeEquivalentTo("CRM1101", "CRM1102", "CRM1112", "CRM1008");

    [Fact]
    public async Task Throws_before_anything_runs()
    {
        using var host = new HostBuilder()
            .ConfigureServices(services => services.AddCrmMapping(crm => crm.AddInvented(Right)))
            .Build();

        (await host.Invoking(h => h.StartAsync()).Should().ThrowAsync<CrmMappingConfigurationException>())
            .Which.Mistakes.Select(mistake => mistake.Code).Should().Equal("CRM1101", "CRM1102");
    }

    [Fact]
    public void Tells_at_the_first_use_where_nobody_validated()
    {
        using var provider = new ServiceCollection().AddCrmMapping(crm => crm.AddInvented(Right)).BuildServiceProvider();

        provider.Invoking(p => p.GetRequiredService<ICrmConnections>()).Should().Throw<CrmMappingConfigurationException>();
    }

    [Fact]
    public void Accepts_what_is_right()
    {
        using var provider = new ServiceCollection()
            .AddCrmMapping(crm => WithHost(crm).AddInvented(Right))
            .BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Invoking(validator => validator.Validate()).Should().NotThrow();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Still_validates_what_it_validated_without_us(bool before)
    {
        var services = new ServiceCollection();
        if (before)
        {
            ValidateOwn(services);
        }

        services.AddCrmMapping(crm => WithHost(crm).AddInvented(Right));
        if (!before)
        {
            ValidateOwn(services);
        }

        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Invoking(validator => validator.Validate())
            .Should().Throw<OptionsValidationException>().WithMessage("own mistake");
    }

    private static void ValidateOwn(IServiceCollection services) =>
        services.AddOptions<Region>().Validate(static _ => false, "own mistake").ValidateOnStart();

    private static CrmMappingBuilder WithHost(CrmMappingBuilder crm)
    {
        crm.Services.AddSingleton(static _ => NotKept<ISyncStore>());
        crm.Services.AddSingleton(static _ => NotKept<IConnectionStore>());
        crm.Services.AddSingleton(static _ => NotKept<IChangeQueue>());
        return crm.UseContacts<Contact, NoContacts>();
    }

    private static CrmMappingBuilder Phones(CrmMappingBuilder crm)
    {
        crm.Services.AddSingleton<ITelephonyAdapter, InventedPhones>();
        return crm;
    }

    private static T NotKept<T>() => throw new NotSupportedException("These tests keep nothing.");

    private static void Right(InventedBuilder crm) => crm.UseContactMap<InventedMap>();

    private static Action<CrmMappingBuilder> With(
        Func<ConnectionSettings, ConnectionSettings> change, Action<InventedBuilder>? more = null) => crm => crm
        .AddInvented(c =>
        {
            Right(c);
            more?.Invoke(c);
        })
        .AddConnection(Named("a") with { Settings = change(new ConnectionSettings()) });

    private static Connection Named(string name) => new() { Name = name, Kind = InventedCrm.Kind };

    private static void AddOptions(CrmMappingBuilder crm)
    {
        crm.Services.AddOptions<Region>("west").Validate(static _ => false, "the region is unknown");
        crm.CheckAtStart<Region>("west");
    }

    private static IReadOnlyList<MappingMistake> MistakesOf(Action<CrmMappingBuilder> configure)
    {
        using var provider = new ServiceCollection().AddCrmMapping(configure).BuildServiceProvider();
        return provider.GetRequiredService<IStartupValidator>().Invoking(validator => validator.Validate())
            .Should().Throw<CrmMappingConfigurationException>().Which.Mistakes;
    }

    private sealed class Region;
}
