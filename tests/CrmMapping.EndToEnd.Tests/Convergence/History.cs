using CrmMapping.Emulators;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lives a history: people edit, machines fail and die, and everything that changed a value is written down.</summary>
internal sealed class History(HubSpotEmulator crm, TestTime time, string file) : IAsyncDisposable
{
    private const int Contacts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<WrittenValue> _trace = [];
    private readonly List<Notice> _undelivered = [];
    private readonly List<(string Local, string Crm)> _linked = [];
    private SyncHost? _host;
    private HastyHost _hasty = null!;
    private int _made;

    public SyncHost Host => _host!;

    /// <summary>Gets the contacts that were linked at the beginning.</summary>
    public IReadOnlyList<(string Local, string Crm)> Linked => _linked;

    /// <summary>Gets or sets in what order notices arrive that are delivered together, and how often.</summary>
    public Func<IReadOnlyList<Notice>, IEnumerable<Notice>> Delivery { get; init; } = static notices => notices;

    /// <summary>
    /// Gets or sets whether the engine works nothing but what a step asks for. Else it goes on after a run while it finds notices,
    /// and a notice of the next step may be worked before that step's own sync or not.
    /// </summary>
    public bool RestsBetweenSteps { get; init; }

    public async Task BeginAsync()
    {
        await StartAsync();
        for (var n = 0; n < Contacts; n++)
        {
            _linked.Add(("", Host.AddToCrm($"p{n}@example.com", "First", $"+1415555010{n}").Id));
        }

        await Host.PullAsync();
        for (var n = 0; n < Contacts; n++)
        {
            _linked[n] = (await Host.LocalIdAsync($"p{n}@example.com"), _linked[n].Crm);
        }
    }

    public async Task LiveAsync(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            // So far apart that clocks of different fineness tell which was first.
            time.Advance(TimeSpan.FromSeconds(2));
            await LiveAsync(step);
            if (RestsBetweenSteps && step.Kind is StepKind.Sync or StepKind.SyncOne or StepKind.SyncAndEdit)
            {
                await RestAsync();
            }
        }
    }

    /// <summary>Lets everything arrive and come to rest.</summary>
    public async Task EndAsync()
    {
        crm.Faults.Clear();
        await Host.Store.AddNoticesAsync([.. Delivery(_undelivered)], Host.Now, default);
        await Host.SyncToRestAsync();
        await Host.ExpectRestAsync();
    }

    /// <summary>Gives every change of a value of a contact's field, on either side, oldest first on each.</summary>
    public IReadOnlyList<WrittenValue> TraceOf((string Local, string Crm) contact, RuledField field)
    {
        List<WrittenValue> trace = [.. _trace.Where(w => w.Field == field.Crm && w.Contact == contact.Local)];
        var before = field.Crm == "firstname" ? "First" : "";
        foreach (var version in crm.Contacts.History(contact.Crm, field.Crm).Reverse())
        {
            var after = version.Value ?? "";
            if (after != before)
            {
                trace.Add(new WrittenValue(SyncSide.Crm, contact.Crm, field.Crm, before, after, version.Source == "CRM_UI"));
            }

            before = after;
        }

        return trace;
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? default;

    private async Task RestAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while ((await Host.Store.ReadNoticesAsync("HubSpot", Host.Now, 1, patience.Token)).Count > 0)
        {
            await Task.Delay(1, patience.Token);
        }

        await Host.DisposeAsync();
        await StartAsync();
    }

    private async Task LiveAsync(Step step)
    {
        switch (step.Kind)
        {
            case StepKind.EditHere:
                await EditHereAsync(step);
                break;
            case StepKind.EditThere:
                EditThere(step);
                break;
            case StepKind.AddHere:
                await Host.AddAsync($"here{_made++}@example.com", "New");
                break;
            case StepKind.AddThere:
                var made = Host.AddToCrm($"there{_made++}@example.com", "New");
                _undelivered.Add(new Notice { Connection = "HubSpot", Side = SyncSide.Crm, Id = made.Id, At = Host.Now });
                break;
            case StepKind.Notice:
                await DeliverAsync(step);
                break;
            case StepKind.Sync:
                await Host.SyncChangesAsync();
                break;
            case StepKind.SyncOne:
                await Host.RunAsync(s => s.SyncContactAsync(_linked[step.Contact].Local));
                break;
            case StepKind.SyncAndDie:
                await SyncAndDieAsync(step.Count);
                break;
            default:
                _hasty.Edit = _ => EditHereAsync(step);
                await Host.SyncChangesAsync();
                _hasty.Edit = null;
                break;
        }
    }

    private async Task EditHereAsync(Step step)
    {
        var (id, field, value) = (_linked[step.Contact].Local, RuledField.All[step.Field], Value(step));
        var before = "";
        await Host.Contacts.UpdateAsync(id, p =>
        {
            before = field.Here(p);
            field.Set(p, value);
        });
        if (before != value)
        {
            _trace.Add(new WrittenValue(SyncSide.Local, id, field.Crm, before, value, ByPerson: true));
        }
    }

    private void EditThere(Step step)
    {
        var (id, field) = (_linked[step.Contact].Crm, RuledField.All[step.Field]);
        crm.Contacts.Update(id, field.Crm, Value(step));
        _undelivered.Add(new Notice { Connection = "HubSpot", Side = SyncSide.Crm, Id = id, Field = field.Crm, At = Host.Now });
    }

    private string Value(Step step) => step.Clears ? "" : $"v{_made++}";

    // Kept and not shouted out: what is synced, and when, the other steps say.
    private async Task DeliverAsync(Step step)
    {
        if (_undelivered.Count > 0)
        {
            var notice = _undelivered[step.Count % _undelivered.Count];
            await Host.Store.AddNoticesAsync([.. Delivery([notice])], Host.Now, default);
            if (step.Count % 2 == 0)
            {
                _undelivered.Remove(notice);
            }
        }
    }

    private async Task SyncAndDieAsync(int effect)
    {
        var blackout = new Blackout(KillPoint.AnyStep, effect + 1);
        await Host.DisposeAsync();
        await StartAsync(blackout);
        time.Advance(TimeSpan.FromMinutes(1));
        var run = await Host.Sync.SyncChangesAsync();
        using var patience = new CancellationTokenSource(Patience);
        await Task.WhenAny(blackout.Happened, run.WaitAsync(null, patience.Token)).Unwrap();
        await patience.CancelAsync();
        await Host.DisposeAsync();
        await StartAsync();
    }

    private async Task StartAsync(Blackout? blackout = null) => _host = await SyncHost.StartBesideAsync(crm, time, file, new SyncSetup(
        hubSpot => hubSpot.UseContactMap<RuledMap>(),
        services =>
        {
            services.Decorate<IContactRepository<Person>>(inner => _hasty = new HastyHost(new TracedContacts(inner, _trace)));
            blackout?.Setup().Services!(services);
        }));
}
