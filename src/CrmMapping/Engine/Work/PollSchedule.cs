using NodaTime;

namespace CrmMapping;

/// <summary>Says which connections are due to be asked for changes: each once an interval, spread so that they do not come at once.</summary>
/// <remarks>A look costs what is due, not what there is. One thread at a time.</remarks>
internal sealed class PollSchedule
{
    private readonly Dictionary<string, Poll> _polls = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Poll, Instant> _queue = new();
    private ConnectionList? _known;

    /// <summary>Takes the connections that are due; each is due again an interval later.</summary>
    public IReadOnlyList<string> TakeDue(ConnectionList connections, Instant now)
    {
        if (connections != _known)
        {
            Follow(connections, now);
            _known = connections;
        }

        List<string> due = [];
        while (_queue.TryPeek(out var poll, out var at) && at <= now)
        {
            _queue.Dequeue();
            if (_polls.GetValueOrDefault(poll.Name) == poll)
            {
                due.Add(poll.Name);
                Set(poll with { Due = After(poll, now) });
            }
        }

        return due;
    }

    // Its place in the interval stays, also when it comes late, so that what was spread stays spread.
    private static Instant After(Poll poll, Instant now) => poll.Due + (poll.Interval * (1 + Math.Floor((now - poll.Due) / poll.Interval)));

    private void Follow(ConnectionList connections, Instant now)
    {
        var active = connections.All.Where(static c => c.State == ConnectionState.Active).ToList();
        foreach (var gone in _polls.Keys.Except(active.Select(static c => c.Name)).ToList())
        {
            _polls.Remove(gone);
        }

        foreach (var connection in active)
        {
            if (_polls.TryGetValue(connection.Name, out var poll) && poll.Interval != connection.Settings.PollInterval)
            {
                var interval = connection.Settings.PollInterval;
                Set(new Poll(connection.Name, interval, Instant.Min(poll.Due, now + interval)));
            }
        }

        var newcomers = active.FindAll(c => !_polls.ContainsKey(c.Name));
        for (var index = 0; index < newcomers.Count; index++)
        {
            var interval = newcomers[index].Settings.PollInterval;
            Set(new Poll(newcomers[index].Name, interval, now + (interval * index / newcomers.Count)));
        }
    }

    private void Set(Poll poll)
    {
        _polls[poll.Name] = poll;
        _queue.Enqueue(poll, poll.Due);
    }

    private sealed record Poll(string Name, Duration Interval, Instant Due);
}
