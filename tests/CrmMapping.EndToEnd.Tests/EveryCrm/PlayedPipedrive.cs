using System.Globalization;
using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests.EveryCrm;

internal sealed class PlayedPipedrive(PipedriveEmulator emulator) : PlayedCrm
{
    private const string City = "c0000000000000000000000000000000000000b1";
    private const string Job = "c0000000000000000000000000000000000000b2";
    private const string Note = "c0000000000000000000000000000000000000b3";

    private static readonly Dictionary<string, string> Names = new()
    {
        ["FirstName"] = "first_name", ["LastName"] = "last_name", ["Email"] = "email", ["Phone"] = "phone", ["City"] = City, ["Job"] = Job, ["Note"] = Note,
    };

    public override string Name => "Pipedrive";

    public override IReadOnlyDictionary<string, string> Fields => Names;

    public override RequestLog Requests => emulator.Requests;

    public static async Task<PlayedCrm> StartAsync() => new PlayedPipedrive(await PipedriveEmulator.StartAsync(new PipedriveEmulatorOptions
    {
        LimitsEnabled = false,
        Fields = [new("City", "varchar") { Code = City }, new("Job", "varchar") { Code = Job }, new("Note", "varchar") { Code = Note }],
    }));

    public override void AddTo(CrmMappingBuilder crm) => crm.AddPipedrive(pipedrive => pipedrive
        .UseApiToken(emulator.ApiToken)
        .UseContactMap<Map>()
        .ContactCreation(SyncFlow.BothWays)
        .ContactUpdate(SyncFlow.BothWays)
        .DefaultPhoneRegion("US")
        .Configure(options => (options.BaseAddress, options.SearchLag, options.RequestsPerTwoSeconds) = (emulator.BaseAddress, TimeSpan.Zero, 1_000_000)));

    public override string Create(IEnumerable<KeyValuePair<string, string?>> values) =>
        emulator.Persons.Create(values).Id.ToString(CultureInfo.InvariantCulture);

    public override void Edit(string id, string field, string? value) => emulator.Persons.Update(Number(id), field, value);

    public override IReadOnlyDictionary<string, string> Read(string id) => emulator.Persons.Find(Number(id))!.Properties;

    public override ValueTask DisposeAsync() => emulator.DisposeAsync();

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);

    private sealed class Map() : PlayedMap(Names);
}
