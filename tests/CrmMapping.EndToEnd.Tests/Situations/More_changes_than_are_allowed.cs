using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets hosts sync by themselves, and makes more happen at once than their guard allows.</summary>
public sealed class More_changes_than_are_allowed : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TestTime _time = TestTime.AtNoon();
    private readonly string _file = SyncHost.NewFile();
    private readonly HashSet<SyncHost> _syncing = [];
    private HubSpotEmulator _crm = null!;

    public async Task InitializeAsync() => _crm = await SyncHost.StartCrmAsync(_time);

    public async Task DisposeAsync()
    {
        await _crm.DisposeAsync();
        SyncHost.Delete(_file);
    }

    [Fact, Trait("Rule", "O7")]
    public async Task Are_held_back_until_a_person_raises_the_guard_whichever_process_it_is()
    {
        var guard = new VolumeGuard { MaxOverwrites = 220 };
        await using (var first = await HostAsync(guard))
        {
            await LinkedAsync(first, 350);
            foreach (var contact in _crm.Contacts.All)
            {
                _crm.Contacts.Update(contact.Id, "city", "London");
            }

            await WhileSyncingAsync(first, async () =>
                (await first.Sync.ReadRunsAsync()).Any(r => r is { Kind: OperationKind.SyncChanges, State: OperationState.Guarded }));
            (await LondonersAsync(first)).Should().Be(200, "the batch that would go beyond 220 is not begun");
        }

        await using (var second = await HostAsync(guard))
        {
            var idle = await second.Sync.SyncContactAsync(await second.LocalIdAsync("p0@example.com"));
            await WhileSyncingAsync(second, async () => (await second.Store.FindRunAsync("HubSpot", idle.Id, default))!.EndedAt is not null);
            idle.Trouble.Should().Contain("volume guard");
            (await LondonersAsync(second)).Should().BeInRange(200, 201, "only what was asked for by hand goes on");
        }

        await using var third = await HostAsync(guard with { MaxOverwrites = 500 });
        await WhileSyncingAsync(third, async () => await LondonersAsync(third) == 350);
    }

    [Fact, Trait("Rule", "O7")]
    public async Task Are_counted_a_side_at_a_time()
    {
        await using var host = await HostAsync(new VolumeGuard { MaxCreates = 60 });
        await host.PullAsync();
        for (var n = 0; n < 50; n++)
        {
            host.AddToCrm($"there{n}@example.com", "There");
            await host.AddAsync($"here{n}@example.com", "Here");
        }

        var run = await host.SyncChangesAsync();

        run.State.Should().Be(OperationState.Completed, run.Message);
        run.Counts.Should().Match<OperationCounts>(c => c.CreatedLocal == 50 && c.CreatedCrm == 50);
    }

    [Fact, Trait("Rule", "O7a"), Trait("Rule", "O5")]
    public async Task Where_they_are_deletes_hold_back_no_edit_and_end_by_themselves_when_records_are_back()
    {
        await using var host = await HostAsync(new VolumeGuard { AlwaysAllowedDeletes = 3 });
        await LinkedAsync(host, 12);
        var gone = _crm.Contacts.All.Take(5).Select(c => c.Id).ToList();
        gone.ForEach(_crm.Contacts.Archive);
        await host.Notices.AcceptAsync(
            [.. gone.Select(id => new Notice { Connection = "HubSpot", Side = SyncSide.Crm, Id = id, Kind = NoticeKind.Deleted })]);
        var stays = await host.LocalIdAsync("p11@example.com");

        await WhileSyncingAsync(host, async () => await host.Store.CountStagedAsync("HubSpot", default) == 5);
        for (var edit = 0; edit < 3; edit++)
        {
            await host.Contacts.UpdateAsync(stays, p => p.City = $"City {edit}");
            await WhileSyncingAsync(host, () => Task.FromResult(_crm.Contacts.FindByEmail("p11@example.com")!["city"] == $"City {edit}"));
        }

        (await host.Store.CountLinksAsync("HubSpot", default)).Should().Be(12);
        gone.Take(3).ToList().ForEach(_crm.Contacts.Restore);
        await WhileSyncingAsync(host, async () =>
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            return await host.Store.CountLinksAsync("HubSpot", default) == 10;
        });
        (await host.Store.CountStagedAsync("HubSpot", default)).Should().Be(0);
    }

    private Task<SyncHost> HostAsync(VolumeGuard guard) => SyncHost.StartBesideAsync(
        _crm, _time, _file, new SyncSetup(h => h.VolumeGuard(guard).PollInterval(Duration.FromSeconds(5))));

    private static async Task LinkedAsync(SyncHost host, int count)
    {
        for (var n = 0; n < count; n++)
        {
            host.AddToCrm($"p{n}@example.com", "F");
        }

        await host.PullAsync();
    }

    private static async Task<int> LondonersAsync(SyncHost host) => (await host.LocalSideAsync()).Count(line => line.Contains("London"));

    private async Task WhileSyncingAsync(SyncHost host, Func<Task<bool>> isReached)
    {
        if (_syncing.Add(host))
        {
            await host.Services.GetServices<IHostedService>().First().StartAsync(default);
        }

        using var patience = new CancellationTokenSource(Patience);
        while (!await isReached())
        {
            await Task.Delay(TimeSpan.FromSeconds(1), host.Time, patience.Token);
        }
    }
}
