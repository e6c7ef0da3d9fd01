using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Runs two hosts on one file and one account, as two machines would.</summary>
public sealed class Two_workers_of_one_connection : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TestTime _time = TestTime.AtNoon();
    private readonly string _file = SyncHost.NewFile();
    private readonly Pause _pause = new();
    private readonly TaskCompletionSource _asleep = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HubSpotEmulator _crm = null!;
    private HastyHost _hasty = null!;

    public async Task InitializeAsync() => _crm = await SyncHost.StartCrmAsync(_time);

    public async Task DisposeAsync()
    {
        await _crm.DisposeAsync();
        SyncHost.Delete(_file);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Take_turns()
    {
        var present = new Presence();
        await using var one = await SyncHost.StartBesideAsync(_crm, _time, _file, new SyncSetup(Services: present.Watch("one")));
        await using var two = await SyncHost.StartBesideAsync(_crm, _time, _file, new SyncSetup(Services: present.Watch("two")));
        _crm.Faults.Plan = new FaultPlan { Slow = 0.5 };
        for (var n = 0; n < 20; n++)
        {
            one.AddToCrm($"there{n}@example.com", "There");
            await one.AddAsync($"here{n}@example.com", "Here");
        }

        _time.Advance(TimeSpan.FromMinutes(1));
        using var patience = new CancellationTokenSource(Patience);
        var runs = new[]
        {
            await one.Sync.PullAsync(), await two.Sync.PushAsync(), await one.Sync.SyncChangesAsync(), await two.Sync.SyncChangesAsync(),
        };
        await Task.WhenAll(runs.Select(r => r.WaitAsync(null, patience.Token)));

        present.Overlaps.Should().Be(0);
        _crm.Faults.Clear();
        await two.SyncToRestAsync();
        _crm.Contacts.Count.Should().Be(40);
        await two.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "S1"), Trait("Rule", "X11")]
    public async Task Do_not_write_over_each_other_when_one_wakes_up_after_the_other_took_over()
    {
        await using var sleeper = await SleeperAsync();
        var crm = sleeper.AddToCrm("ada@example.com", "Ada");
        await sleeper.PullAsync();
        var id = await sleeper.LocalIdAsync("ada@example.com");
        _crm.Contacts.Update(crm.Id, "city", "London");
        await sleeper.Contacts.UpdateAsync(id, p => p.LastName = "Lovelace");
        var (asleep, awake) = (new TaskCompletionSource(), new TaskCompletionSource());
        _hasty.Edit = async _ =>
        {
            asleep.SetResult();
            await awake.Task;
        };

        _time.Advance(TimeSpan.FromMinutes(1));
        await sleeper.Sync.SyncChangesAsync();
        await asleep.Task.WaitAsync(Patience);
        _pause.Begin();
        _time.Advance(TimeSpan.FromMinutes(3));
        await using var other = await SyncHost.StartBesideAsync(_crm, _time, _file);
        await other.SyncToRestAsync();
        await other.Contacts.UpdateAsync(id, p => p.LastName = "Byron");
        await other.SyncToRestAsync();
        var writes = other.CrmWrites;
        _pause.End();
        awake.SetResult();
        await LostAsync(sleeper);

        other.CrmWrites.Should().Be(writes, "whoever slept sends nothing any more");
        other.CrmSide().Should().Equal("- | ada@example.com | Ada | Byron | London | -");
        await other.ExpectEqualSidesAsync();
        await other.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Send_no_request_that_waited_until_the_lease_was_over()
    {
        await using var sleeper = await SleeperAsync();
        await sleeper.PullAsync();
        await sleeper.Contacts.AddAsync(new Person { FirstName = "Nobody", City = "Nowhere" });
        _crm.Faults.Next(FaultKind.RateLimited, "batch/create");
        _time.Advance(TimeSpan.FromMinutes(1));

        await sleeper.Sync.SyncChangesAsync();
        await _asleep.Task.WaitAsync(Patience);
        await using var other = await SyncHost.StartBesideAsync(_crm, _time, _file);
        var run = await other.RunAsync(s => s.SyncChangesAsync());
        _pause.End();
        await LostAsync(sleeper);

        run.Counts.CreatedCrm.Should().Be(1, "the one that slept sent nothing");
        await other.SyncToRestAsync();
        _crm.Contacts.Count.Should().Be(1);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Do_not_take_over_from_one_whose_host_is_only_slow()
    {
        await using var slow = await SleeperAsync();
        var crm = slow.AddToCrm("ada@example.com", "Ada");
        await slow.PullAsync();
        _crm.Contacts.Update(crm.Id, "city", "London");
        var (isSaving, isSaved) = (new TaskCompletionSource(), new TaskCompletionSource());
        _hasty.Edit = async _ =>
        {
            isSaving.SetResult();
            await isSaved.Task;
        };

        _time.Advance(TimeSpan.FromMinutes(1));
        var run = await slow.Sync.SyncChangesAsync();
        await isSaving.Task.WaitAsync(Patience);
        for (var minute = 0; minute < 4; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await _pause.NextRenewal.WaitAsync(Patience);
        }

        var taken = await slow.Store.AcquireLeaseAsync("HubSpot", "somebody else", slow.Now, slow.Now, default);
        isSaved.SetResult();
        var ended = await run.WaitAsync().WaitAsync(Patience);

        taken.Should().BeNull("the lease is prolonged while the batch lasts");
        ended.Counts.UpdatedLocal.Should().Be(1);
        await slow.ExpectEqualSidesAsync();
    }

    private Task<SyncHost> SleeperAsync() => SyncHost.StartBesideAsync(_crm, _time, _file, new SyncSetup(Services: services =>
    {
        services.AddHttpClient("HubSpot").AddHttpMessageHandler(() => new FallsAsleep(this));
        _pause.Around(services);
        services.Decorate<IContactRepository<Person>>(inner => _hasty = new HastyHost(inner));
    }));

    private static async Task LostAsync(SyncHost host)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!host.Logs.All.Any(l => l.Text.Contains("the lease was lost")))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), host.Time, patience.Token);
        }
    }

    // Asleep as soon as the CRM tells it to wait; the lease is over when it wakes up.
    private sealed class FallsAsleep(Two_workers_of_one_connection test) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
            {
                test._pause.Begin();
                test._time.Advance(TimeSpan.FromMinutes(3));
                test._asleep.SetResult();
            }

            return response;
        }
    }

    private sealed class Presence
    {
        private readonly Dictionary<string, int> _present = [];

        public int Overlaps { get; private set; }

        public Action<IServiceCollection> Watch(string host) => services =>
            services.AddHttpClient("HubSpot").AddHttpMessageHandler(() => new Handler(host, this));

        private void Move(string host, int by)
        {
            lock (_present)
            {
                _present[host] = _present.GetValueOrDefault(host) + by;
                Overlaps += _present.Values.Count(n => n > 0) > 1 ? 1 : 0;
            }
        }

        private sealed class Handler(string host, Presence presence) : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                presence.Move(host, 1);
                try
                {
                    return await base.SendAsync(request, cancellationToken);
                }
                finally
                {
                    presence.Move(host, -1);
                }
            }
        }
    }
}
