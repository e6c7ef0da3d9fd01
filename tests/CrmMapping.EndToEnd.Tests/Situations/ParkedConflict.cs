using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>A contact whose city was changed from London to Paris here and to Rome in the CRM, where a person is to choose.</summary>
internal sealed class ParkedConflict : IAsyncDisposable
{
    private readonly HubSpotEmulator _emulator;
    private readonly string _record;

    private ParkedConflict(SyncHost host, CarefulCrm crm, string record, string id) =>
        (Host, Crm, _emulator, _record, Id) = (host, crm, host.Crm, record, id);

    public SyncHost Host { get; }

    public CarefulCrm Crm { get; }

    /// <summary>Gets the local contact's id.</summary>
    public string Id { get; }

    /// <summary>Gets the city as the CRM holds it.</summary>
    public string? City => _emulator.Contacts.Find(_record)!["city"];

    public static async Task<ParkedConflict> MeetAsync()
    {
        CarefulCrm? crm = null;
        SyncHost? host = null;
        host = await SyncHost.StartAsync(
            h => h.UseContactMap<DebatedMap>(),
            s => s.Decorate<ICrmAdapter>(inner => (crm = new CarefulCrm(() => host!.Crm)).Around(inner)));
        var record = host.AddToCrm("ada@example.com", "Ada", city: "London").Id;
        await host.PullAsync();
        var parked = new ParkedConflict(host, crm!, record, await host.LocalIdAsync("ada@example.com"));
        await host.Contacts.UpdateAsync(parked.Id, p => p.City = "Paris");
        parked.EditInCrm("city", "Rome");
        await host.SyncToRestAsync();
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.ConflictParked);
        return parked;
    }

    /// <summary>Takes back what was changed in the CRM, so that what was changed here stands.</summary>
    public void DecideForLocal() => EditInCrm("city", "London");

    public void EditInCrm(string property, string value) => _emulator.Contacts.Update(_record, property, value);

    public Task<Person> PersonAsync() => Host.PersonAsync(Id);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private sealed class DebatedMap : ContactMap<Person>
    {
        public DebatedMap()
        {
            Map(c => c.Email).To("email").Locked();
            Map(c => c.FirstName).To("firstname");
            Map(c => c.LastName).To("lastname");
            Map(c => c.City).To("city").Resolve(ConflictPolicy.Manual);
        }
    }
}
