using CrmMapping.Emulators;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests.EveryCrm;

internal sealed class PlayedHighLevel(HighLevelEmulator emulator, Duration lag) : PlayedCrm
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["FirstName"] = "firstName", ["LastName"] = "lastName", ["Email"] = "email", ["Phone"] = "phone", ["City"] = "city", ["Job"] = "contact.job",
        ["Note"] = "contact.note",
    };

    public override string Name => "HighLevel";

    public override IReadOnlyDictionary<string, string> Fields => Names;

    public override RequestLog Requests => emulator.Requests;

    public static Task<PlayedCrm> StartAsync() => StartAsync(Duration.Zero, SystemClock.Instance);

    public static async Task<PlayedCrm> StartAsync(Duration lag, IClock clock) => new PlayedHighLevel(
        await HighLevelEmulator.StartAsync(new HighLevelEmulatorOptions
        {
            SearchLag = lag, Clock = clock, LimitsEnabled = false, Fields = [new("Job", "TEXT"), new("Note", "TEXT")],
        }),
        lag);

    public override void AddTo(CrmMappingBuilder crm) => crm.AddHighLevel(highLevel => highLevel
        .UsePrivateToken(emulator.PrivateToken, emulator.LocationId)
        .UseContactMap<Map>()
        .ContactCreation(SyncFlow.BothWays)
        .ContactUpdate(SyncFlow.BothWays)
        .DefaultPhoneRegion("US")
        .Configure(options => (options.BaseAddress, options.SearchLag, options.RequestsPerTenSeconds) = (emulator.BaseAddress, lag.ToTimeSpan(), 1_000_000)));

    public override string Create(IEnumerable<KeyValuePair<string, string?>> values) => emulator.Contacts.Create(values).Id;

    public override void Edit(string id, string field, string? value) => emulator.Contacts.Update(id, field, value);

    public override IReadOnlyDictionary<string, string> Read(string id) => emulator.Contacts.Find(id)!.Properties;

    public override ValueTask DisposeAsync() => emulator.DisposeAsync();

    private sealed class Map() : PlayedMap(Names);
}
