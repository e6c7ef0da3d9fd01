using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_host_that_stops : IAsyncLifetime
{
    private readonly TestTime _time = TestTime.AtNoon();
    private readonly string _file = SyncHost.NewFile();
    private HubSpotEmulator _crm = null!;

    public async Task InitializeAsync() => _crm = await SyncHost.StartCrmAsync(_time);

    public async Task DisposeAsync()
    {
        await _crm.DisposeAsync();
        SyncHost.Delete(_file);
    }

    [Fact, Trait("Rule", "S1"), Trait("Rule", "O2")]
    public async Task In_the_middle_of_a_batch_does_no_more_and_leaves_the_rest_to_the_next()
    {
        HastyHost? hasty = null;
        var isSaving = new TaskCompletionSource();
        await using (var host = await SyncHost.StartBesideAsync(
            _crm, _time, _file, new SyncSetup(Services: s => s.Decorate<IContactRepository<Person>>(inner => hasty = new HastyHost(inner)))))
        {
            var ids = new List<string>();
            for (var n = 0; n < 5; n++)
            {
                ids.Add(host.AddToCrm($"p{n}@example.com", "F").Id);
            }

            await host.PullAsync();
            ids.ForEach(id => host.Crm.Contacts.Update(id, "city", "London"));
            await host.Contacts.UpdateAsync(await host.LocalIdAsync("p0@example.com"), p => p.LastName = "Lovelace");
            await host.AddAsync("new@example.com", "New");

            // The CRM's search knows of the edits by now, so that the first batch holds those of both sides.
            _time.Advance(TimeSpan.FromSeconds(10));
            var isStopped = new TaskCompletionSource();
            hasty!.Edit = async _ =>
            {
                isSaving.SetResult();
                await isStopped.Task;
            };
            var service = host.Services.GetServices<IHostedService>().First();
            await service.StartAsync(default);
            await host.Sync.SyncChangesAsync();
            await isSaving.Task.WaitAsync(TimeSpan.FromMinutes(1));

            var stopping = service.StopAsync(default);
            isStopped.SetResult();
            await stopping;
            var writes = host.CrmWrites;
            await host.Sync.SyncChangesAsync();
            await host.Sync.NoticeLocalChangeAsync(await host.LocalIdAsync("p1@example.com"));

            host.CrmWrites.Should().Be(writes).And.Be(0, "what was not sent when it stopped is not sent any more");
            (await host.Store.ReadOpenRunsAsync("HubSpot", default)).Should().ContainSingle();
        }

        await using var next = await SyncHost.StartBesideAsync(_crm, _time, _file);
        await next.SyncToRestAsync();

        next.CrmSide().Should().HaveCount(6).And.Contain("- | p0@example.com | F | Lovelace | London | -");
        await next.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "S8")]
    public async Task Has_forgotten_its_journal_in_time()
    {
        await using var host = await SyncHost.StartBesideAsync(
            _crm, _time, _file, new SyncSetup(Services: static s => s.AddCrmMapping(static crm => crm.JournalRetention(Duration.FromDays(7)))));
        host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await host.Contacts.UpdateAsync(id, p => p.City = "London");
        await host.SyncToRestAsync();
        _time.Advance(TimeSpan.FromDays(6));
        await host.Contacts.UpdateAsync(id, p => p.City = "Paris");
        await host.SyncToRestAsync();
        (await host.Sync.ReadJournalAsync(id)).Should().HaveCount(3);

        _time.Advance(TimeSpan.FromDays(2));
        var service = host.Services.GetServices<IHostedService>().First();
        await service.StartAsync(default);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await host.Sync.ReadJournalAsync(id)).Count > 1)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), host.Time, patience.Token);
        }

        (await host.Sync.ReadJournalAsync(id)).Should().ContainSingle(e => e.Local == "Paris");
        await service.StopAsync(default);
    }
}
