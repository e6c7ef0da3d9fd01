using CrmMapping.Emulators;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests.EveryCrm;

internal sealed class PlayedHubSpot(HubSpotEmulator emulator) : PlayedCrm
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["FirstName"] = "firstname", ["LastName"] = "lastname", ["Email"] = "email", ["Phone"] = "phone", ["City"] = "city", ["Job"] = "jobtitle",
        ["Note"] = "address",
    };

    public override string Name => "HubSpot";

    public override IReadOnlyDictionary<string, string> Fields => Names;

    public override RequestLog Requests => emulator.Requests;

    public static async Task<PlayedCrm> StartAsync() => new PlayedHubSpot(await HubSpotEmulator.StartAsync(
        new HubSpotEmulatorOptions { SearchLag = Duration.Zero, LimitsEnabled = false }));

    public override void AddTo(CrmMappingBuilder crm) => crm.AddHubSpot(hubSpot => hubSpot
        .UseAccessToken(emulator.AccessToken)
        .UseContactMap<Map>()
        .ContactCreation(SyncFlow.BothWays)
        .ContactUpdate(SyncFlow.BothWays)
        .DefaultPhoneRegion("US")
        .Configure(options => (options.BaseAddress, options.SearchLag) = (emulator.BaseAddress, TimeSpan.Zero)));

    public override string Create(IEnumerable<KeyValuePair<string, string?>> values) => emulator.Contacts.Create(values).Id;

    public override void Edit(string id, string field, string? value) => emulator.Contacts.Update(id, field, value);

    public override IReadOnlyDictionary<string, string> Read(string id) => emulator.Contacts.Find(id)!.Properties;

    public override ValueTask DisposeAsync() => emulator.DisposeAsync();

    private sealed class Map() : PlayedMap(Names);
}
