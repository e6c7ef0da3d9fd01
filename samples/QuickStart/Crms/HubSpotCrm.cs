using CrmMapping;
using CrmMapping.Emulators;
using NodaTime;

namespace QuickStart;

internal sealed class HubSpotCrm : SampleCrm
{
    public override string Name => "HubSpot";

    public override string NewField => "customer_tier";

    public override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(Contact.Phone)] = "phone",
        [nameof(Contact.Email)] = "email",
        [nameof(Contact.FirstName)] = "firstname",
        [nameof(Contact.LastName)] = "lastname",
        [nameof(Contact.MobilePhone)] = "mobilephone",
        [nameof(Contact.Company)] = "company",
        [nameof(Contact.JobTitle)] = "jobtitle",
        [nameof(Contact.Address)] = "address",
        [nameof(Contact.City)] = "city",
        [nameof(Contact.State)] = "state",
        [nameof(Contact.Zip)] = "zip",
        [nameof(Contact.Country)] = "country",
        [nameof(Contact.Website)] = "website",
    };

    public override void AddTo(CrmMappingBuilder crm, SampleAccount account) => crm.AddHubSpot(hubSpot => hubSpot
        .UseAccessToken(account.Token)
        .UseContactMap<HubSpotContactMap>()
        .UseWebhooks(account.WebhookSecret)
        .ContactCreation(SyncFlow.BothWays)
        .ContactUpdate(SyncFlow.BothWays)
        .DefaultPhoneRegion("US")
        .PollInterval(Duration.FromSeconds(2))
        .Configure(options =>
        {
            options.BaseAddress = account.Address;
            options.SearchLag = account.SearchLag ?? options.SearchLag;
        }));

    public override async Task<EmulatedAccount> StartAsync(IClock clock) => new Account(await HubSpotEmulator.StartAsync(Account.Options with
    {
        Clock = clock,
        SearchLag = Duration.Zero,
        SendsWebhooksByItself = true,
    }));

    public override LeastRequests Least() => new LeastHubSpotRequests();

    private sealed class Account(HubSpotEmulator emulator) : EmulatedAccount
    {
        public static HubSpotEmulatorOptions Options { get; } = new();

        public override Uri Address => emulator.BaseAddress;

        public override string Token => emulator.AccessToken;

        public override string WebhookSecret => Options.ClientSecret;

        public override int Count => emulator.Contacts.Count;

        public override int MostCharacters => 65_536;

        public override void Create(IReadOnlyDictionary<string, string?> values) => emulator.Contacts.CreateMany([values]);

        public override bool HasEmail(string email) => emulator.Contacts.FindByEmail(email) is not null;

        public override ValueTask DisposeAsync() => emulator.DisposeAsync();
    }
}
