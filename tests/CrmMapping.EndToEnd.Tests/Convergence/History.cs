namespace CrmMapping.EndToEnd.Tests;

/// <summary>Makes up what people and machines do to contacts on both sides, always the same for one seed.</summary>
internal sealed class History(SyncHost host, int seed)
{
    private static readonly string[] Fields = ["firstname", "lastname", "city", "company"];

    private readonly List<Notice> _undelivered = [];
    private readonly List<(string Local, string Crm)> _linked = [];
    private ulong _state = (ulong)(seed + 1) * 0x9E3779B97F4A7C15;
    private int _made;

    public int Edits { get; private set; }

    public async Task BeginAsync(int contacts)
    {
        for (var n = 0; n < contacts; n++)
        {
            var crm = host.AddToCrm($"p{n}@example.com", "First", $"+1415555010{n}");
            _linked.Add(("", crm.Id));
        }

        await host.PullAsync();
        for (var n = 0; n < contacts; n++)
        {
            _linked[n] = (await host.LocalIdAsync($"p{n}@example.com"), _linked[n].Crm);
        }
    }

    public async Task StepAsync()
    {
        switch (Next(8))
        {
            case 0 or 1 or 2:
                await EditHereAsync();
                break;
            case 3 or 4 or 5:
                EditInCrm();
                break;
            case 6:
                await DeliverAsync();
                break;
            default:
                await host.SyncChangesAsync();
                break;
        }
    }

    public async Task DeliverAsync()
    {
        // Late, in any order, some of them twice.
        while (_undelivered.Count > 0 && Next(4) > 0)
        {
            var notice = _undelivered[Next(_undelivered.Count)];
            await host.Notices.AcceptAsync([notice]);
            if (Next(3) > 0)
            {
                _undelivered.Remove(notice);
            }
        }
    }

    private async Task EditHereAsync()
    {
        Edits++;
        if (Next(6) == 0)
        {
            await host.AddAsync($"here{_made++}@example.com", "New");
            return;
        }

        var (id, value) = (_linked[Next(_linked.Count)].Local, Value());
        var field = Next(Fields.Length);
        await host.Contacts.UpdateAsync(id, p => _ = field switch
        {
            0 => p.FirstName = value,
            1 => p.LastName = value,
            2 => p.City = value,
            _ => p.Company = value,
        });
    }

    private void EditInCrm()
    {
        Edits++;
        if (Next(6) == 0)
        {
            var made = host.AddToCrm($"there{_made++}@example.com", "New");
            _undelivered.Add(new Notice { Connection = "HubSpot", Side = SyncSide.Crm, Id = made.Id, At = host.Now });
            return;
        }

        var (id, field) = (_linked[Next(_linked.Count)].Crm, Fields[Next(Fields.Length)]);
        host.Crm.Contacts.Update(id, field, Value());
        _undelivered.Add(new Notice { Connection = "HubSpot", Side = SyncSide.Crm, Id = id, Field = field, At = host.Now });
    }

    private string Value() => Next(5) == 0 ? "" : $"v{Edits}";

    private int Next(int below)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)(_state % (ulong)below);
    }
}
