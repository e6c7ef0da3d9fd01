using CrmMapping;
using CrmMapping.Emulators;
using NodaTime;

namespace QuickStart;

internal sealed class HighLevelCrm : SampleCrm
{
    public override string Name => "HighLevel";

    public override string NewField => "contact.customer_tier";

    public override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(Contact.Phone)] = "phone",
        [nameof(Contact.Email)] = "email",
        [nameof(Contact.FirstName)] = "firstName",
        [nameof(Contact.LastName)] = "lastName",
        [nameof(Contact.MobilePhone)] = "contact.mobile_phone",
        [nameof(Contact.Company)] = "contact.company",
        [nameof(Contact.JobTitle)] = "contact.job_title",
        [nameof(Contact.Address)] = "address1",
        [nameof(Contact.City)] = "city",
        [nameof(Contact.State)] = "state",
        [nameof(Contact.Zip)] = "postalCode",
        [nameof(Contact.Country)] = "contact.country_name",
        [nameof(Contact.Website)] = "website",
    };

    public override void AddTo(CrmMappingBuilder crm, SampleAccount account) => crm.AddHighLevel(highLevel => highLevel
        .UsePrivateToken(account.Token, Account.Options.LocationId)
        .UseContactMap<HighLevelContactMap>()
        .ContactCreation(SyncFlow.BothWays)
        .ContactUpdate(SyncFlow.BothWays)
        .DefaultPhoneRegion("US")
        .PollInterval(Duration.FromSeconds(2))
        .Configure(options =>
        {
            options.BaseAddress = account.Address;
            options.SearchLag = account.SearchLag ?? options.SearchLag;
            options.WebhookKey = account.WebhookSecret ?? options.WebhookKey;
        }));

    public override async Task<EmulatedAccount> StartAsync(IClock clock) => new Account(await HighLevelEmulator.StartAsync(Account.Options with
    {
        Clock = clock,
        SearchLag = Duration.Zero,
        SendsWebhooksByItself = true,
    }));

    public override LeastRequests Least() => new LeastHighLevelRequests();

    private sealed class Account(HighLevelEmulator emulator) : EmulatedAccount
    {
        public static HighLevelEmulatorOptions Options { get; } = new()
        {
            AllowsDuplicates = true,
            Fields = [new("Mobile phone", "PHONE"), new("Company", "TEXT"), new("Job title", "TEXT"), new("Country name", "TEXT")],
        };

        public override Uri Address => emulator.BaseAddress;

        public override string Token => emulator.PrivateToken;

        public override string WebhookSecret => emulator.Webhooks.PublicKey;

        public override int Count => emulator.Contacts.Count;

        public override int MostCharacters => 65_536;

        public override void Create(IReadOnlyDictionary<string, string?> values) => emulator.Contacts.Create(values);

        public override bool HasEmail(string email) => emulator.Contacts.FindByEmail(email) is not null;

        public override ValueTask DisposeAsync() => emulator.DisposeAsync();
    }
}
