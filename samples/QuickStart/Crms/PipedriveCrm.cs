using CrmMapping;
using CrmMapping.Emulators;
using NodaTime;

namespace QuickStart;

internal sealed class PipedriveCrm : SampleCrm
{
    public override string Name => "Pipedrive";

    public override string NewField => PipedriveContactMap.Tier;

    public override string WholeName => "name";

    // Custom fields have codes that differ from company to company: this one's are made up.
    public override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(Contact.Phone)] = "phone",
        [nameof(Contact.Email)] = "email",
        [nameof(Contact.FirstName)] = "first_name",
        [nameof(Contact.LastName)] = "last_name",
        [nameof(Contact.MobilePhone)] = "phone.mobile",
        [nameof(Contact.Company)] = PipedriveContactMap.Company,
        [nameof(Contact.JobTitle)] = PipedriveContactMap.JobTitle,
        [nameof(Contact.Address)] = PipedriveContactMap.Address,
        [nameof(Contact.City)] = PipedriveContactMap.City,
        [nameof(Contact.State)] = PipedriveContactMap.State,
        [nameof(Contact.Zip)] = PipedriveContactMap.Zip,
        [nameof(Contact.Country)] = PipedriveContactMap.Country,
        [nameof(Contact.Website)] = PipedriveContactMap.Website,
    };

    public override void AddTo(CrmMappingBuilder crm, SampleAccount account) => crm.AddPipedrive(pipedrive => pipedrive
        .UseApiToken(account.Token)
        .UseContactMap<PipedriveContactMap>()
        .UseWebhooks(Account.Options.WebhookUser, account.WebhookSecret)
        .ContactCreation(SyncFlow.BothWays)
        .ContactUpdate(SyncFlow.BothWays)
        .DefaultPhoneRegion("US")
        .PollInterval(Duration.FromSeconds(2))
        .Configure(options =>
        {
            options.BaseAddress = account.Address;
            options.SearchLag = account.SearchLag ?? options.SearchLag;
        }));

    public override async Task<EmulatedAccount> StartAsync(IClock clock) =>
        new Account(await PipedriveEmulator.StartAsync(Account.Options with { Clock = clock, SendsWebhooksByItself = true }));

    public override LeastRequests Least() => new LeastPipedriveRequests();

    private sealed class Account(PipedriveEmulator emulator) : EmulatedAccount
    {
        public static PipedriveEmulatorOptions Options { get; } = new()
        {
            DailyTokens = 10_000_000,
            BurstLimit = 100,
            Fields =
            [
                new("Company", "varchar") { Code = PipedriveContactMap.Company },
                new("Job title (own)", "varchar") { Code = PipedriveContactMap.JobTitle },
                new("Address", "varchar") { Code = PipedriveContactMap.Address },
                new("City", "varchar") { Code = PipedriveContactMap.City },
                new("State", "varchar") { Code = PipedriveContactMap.State },
                new("Postal code", "varchar") { Code = PipedriveContactMap.Zip },
                new("Country", "varchar") { Code = PipedriveContactMap.Country },
                new("Website", "varchar") { Code = PipedriveContactMap.Website },
            ],
        };

        public override Uri Address => emulator.BaseAddress;

        public override string Token => emulator.ApiToken;

        public override string WebhookSecret => Options.WebhookPassword;

        public override int Count => emulator.Persons.Count;

        public override int MostCharacters => 255;

        public override void Create(IReadOnlyDictionary<string, string?> values) => emulator.Persons.Create(values);

        public override bool HasEmail(string email) => emulator.Persons.Has(email);

        public override ValueTask DisposeAsync() => emulator.DisposeAsync();
    }
}
