using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests.EveryCrm;

internal sealed class PlayedSalesforce(SalesforceEmulator emulator) : PlayedCrm
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["FirstName"] = "FirstName", ["LastName"] = "LastName", ["Email"] = "Email", ["Phone"] = "Phone", ["City"] = "MailingCity", ["Job"] = "Title",
        ["Note"] = "Note__c",
    };

    private static readonly SalesforceEmulatorOptions Options = new()
    {
        LimitsEnabled = false, ContactFields = [new("Note__c", "Note", "string", 255)],
    };

    public override string Name => "Salesforce";

    public override IReadOnlyDictionary<string, string> Fields => Names;

    public override RequestLog Requests => emulator.Requests;

    public static async Task<PlayedCrm> StartAsync() => new PlayedSalesforce(await SalesforceEmulator.StartAsync(Options));

    public override void AddTo(CrmMappingBuilder crm) => crm.AddSalesforce(salesforce => salesforce
        .UseClientCredentials(emulator.BaseAddress, Options.ClientId, Options.ClientSecret)
        .UseContactMap<Map>()
        .ContactCreation(SyncFlow.BothWays)
        .ContactUpdate(SyncFlow.BothWays)
        .DefaultPhoneRegion("US"));

    public override string Create(IEnumerable<KeyValuePair<string, string?>> values) => emulator.Contacts.Create(values).Id;

    public override void Edit(string id, string field, string? value) => emulator.Contacts.Update(id, field, value);

    public override IReadOnlyDictionary<string, string> Read(string id) => emulator.Contacts.Find(id)!.Fields;

    public override ValueTask DisposeAsync() => emulator.DisposeAsync();

    private sealed class Map() : PlayedMap(Names);
}
