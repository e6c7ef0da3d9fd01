using CrmMapping;
using CrmMapping.Emulators;
using NodaTime;

namespace QuickStart;

internal sealed class SalesforceCrm : SampleCrm
{
    public override string Name => "Salesforce";

    public override string NewField => "Customer_Tier__c";

    public override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(Contact.Phone)] = "Phone",
        [nameof(Contact.Email)] = "Email",
        [nameof(Contact.FirstName)] = "FirstName",
        [nameof(Contact.LastName)] = "LastName",
        [nameof(Contact.MobilePhone)] = "MobilePhone",
        [nameof(Contact.Company)] = "Company__c",
        [nameof(Contact.JobTitle)] = "Title",
        [nameof(Contact.Address)] = "MailingStreet",
        [nameof(Contact.City)] = "MailingCity",
        [nameof(Contact.State)] = "MailingState",
        [nameof(Contact.Zip)] = "MailingPostalCode",
        [nameof(Contact.Country)] = "MailingCountry",
        [nameof(Contact.Website)] = "Website__c",
    };

    public override void AddTo(CrmMappingBuilder crm, SampleAccount account) => crm.AddSalesforce(salesforce => salesforce
        .UseClientCredentials(account.Address, Account.Options.ClientId, account.Token)
        .UseContactMap<SalesforceContactMap>()
        .UseWebhooks(account.WebhookSecret)
        .ContactCreation(SyncFlow.BothWays)
        .ContactUpdate(SyncFlow.BothWays)
        .DefaultPhoneRegion("US")
        .PollInterval(Duration.FromSeconds(2)));

    public override Uri WebhookAddress(Uri endpoint, SampleAccount account) => new($"{endpoint}?token={account.WebhookSecret}");

    public override async Task<EmulatedAccount> StartAsync(IClock clock) =>
        new Account(await SalesforceEmulator.StartAsync(Account.Options with { Clock = clock, SendsWebhooksByItself = true }));

    public override LeastRequests Least() => new LeastSalesforceRequests();

    private sealed class Account(SalesforceEmulator emulator) : EmulatedAccount
    {
        public static SalesforceEmulatorOptions Options { get; } = new()
        {
            ContactFields = [new("Company__c", "Company", "string", 255), new("Website__c", "Website", "url", 255)],
        };

        public override Uri Address => emulator.BaseAddress;

        public override string Token => Options.ClientSecret;

        public override string WebhookSecret => "an-emulated-org-speaks-here";

        public override int Count => emulator.Contacts.Count;

        public override int MostCharacters => 255;

        public override void Create(IReadOnlyDictionary<string, string?> values) => emulator.Contacts.CreateMany([values]);

        public override bool HasEmail(string email) => emulator.Contacts.FindBy("Email", email).Count > 0;

        public override ValueTask DisposeAsync() => emulator.DisposeAsync();
    }
}
