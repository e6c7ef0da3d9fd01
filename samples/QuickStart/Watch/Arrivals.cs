using CrmMapping;
using NodaTime;
using NodaTime.Text;

namespace QuickStart;

/// <summary>Shows each edit from now on as it arrives on the other side, and how long it was on its way.</summary>
/// <param name="sync">The connection.</param>
/// <param name="feed">Tells of changes here.</param>
/// <param name="position">Where the feed stands now.</param>
/// <param name="clock">Tells what now is.</param>
/// <param name="crm">Tells when the CRM took an edit.</param>
/// <param name="screen">Where they are shown.</param>
internal sealed class Arrivals(
    ICrmSync sync, IContactChangeFeed feed, string position, IClock clock, EmulatorAdmin crm, Screen screen)
{
    private const int PageSize = 500;
    private const int Entries = 20;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly Duration Patience = Duration.FromMinutes(2);
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("HH:mm:ss.fff");

    private readonly Instant _began = clock.GetCurrentInstant();
    private readonly Dictionary<string, Instant> _changed = [];
    private readonly Dictionary<string, Instant> _shown = [];
    private readonly List<Duration> _latencies = [];

    private string _position = position;

    public string Summary => _latencies.Count == 0
        ? "no edit crossed."
        : $"{_latencies.Count} edits crossed, the middle one in {_latencies.Order().ElementAt(_latencies.Count / 2).TotalSeconds:N2} s, "
            + $"the slowest in {_latencies.Max().TotalSeconds:N2} s.";

    public async Task ShowAsync(CancellationToken stop)
    {
        var map = await sync.GetMappingAsync(cancellationToken: stop);
        while (true)
        {
            var changes = await feed.ReadChangesAsync(sync.Connection.Tenant, _position, PageSize, stop);
            _position = changes.Next;
            foreach (var change in changes.Changes)
            {
                _changed[change.Id] = change.At;
            }

            foreach (var id in _changed.Keys.ToList())
            {
                await ShowAsync(id, map, stop);
            }

            await Task.Delay(Look, stop);
        }
    }

    // An edit from there has its journal entry when the feed tells of it; one from here gets it when the CRM has taken it.
    private async Task ShowAsync(string id, MappingSet map, CancellationToken stop)
    {
        var since = _shown.GetValueOrDefault(id, _began);
        var journal = await sync.ReadJournalAsync(id, Entries, stop);
        var news = journal.Where(entry => entry.At > since && entry.Written is not null).Reverse().ToList();
        foreach (var entry in news)
        {
            _shown[id] = entry.At;
            var edited = entry.Written == SyncSide.Crm ? _changed[id] : await crm.ReadModifiedAsync(entry.CrmId!, stop);
            _latencies.Add(entry.At - edited);
            screen.PlanLine($"  {Time.Format(entry.At)}  contact {id}  {Describe(entry, map)}, {_latencies[^1].TotalSeconds:N2} s after the edit");
        }

        if (news.Count > 0 || clock.GetCurrentInstant() > _changed[id] + Patience)
        {
            _changed.Remove(id);
        }
    }

    private static string Describe(JournalEntry entry, MappingSet map)
    {
        var (arrow, old, changed) = entry.Written == SyncSide.Local ? ("←", entry.Local, entry.Crm) : ("→", entry.Crm, entry.Local);
        return entry.Field is { } field
            ? $"{field} {arrow} {map.FindByLocal(field)?.Crm.Key}  {old} ⇒ {changed}{(entry.Reason is PlanReason.CrmWon or PlanReason.LocalWon ? " (conflict)" : "")}"
            : $"{arrow} created";
    }
}
