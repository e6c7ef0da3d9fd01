using System.Runtime.InteropServices;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Keeps events until they were delivered: in no order, sometimes twice, a bounded number of times. May be shared between threads.</summary>
internal sealed class WebhookOutbox<TEvent>(long seed, int batchSize, int retries, Func<int, Duration>? pauses = null)
{
    private readonly Lock _gate = new();
    private readonly List<QueuedEvent<TEvent>> _events = [];
    private int _duplicates;
    private long _round;

    public int Count
    {
        get { lock (_gate) return _events.Count; }
    }

    public int GivenUp { get; private set; }

    public bool OutOfOrder { get; set; } = true;

    public void Add(TEvent what, Instant now)
    {
        lock (_gate)
            _events.Add(new(what, 0, now));
    }

    /// <summary>Makes the next events go out twice.</summary>
    public void DuplicateNext(int count)
    {
        lock (_gate)
            _duplicates += count;
    }

    public void Clear()
    {
        lock (_gate)
            _events.Clear();
    }

    /// <summary>Takes out what is due, in batches; with no time given, everything.</summary>
    public IReadOnlyList<QueuedEvent<TEvent>[]> Take(Instant? now)
    {
        lock (_gate)
        {
            var due = _events.Where(queued => now is null || queued.DueAt <= now).ToList();
            _events.RemoveAll(queued => now is null || queued.DueAt <= now);
            for (; _duplicates > 0 && due.Count > 0; _duplicates--)
                due.Add(due[Seeded.Below(due.Count, seed, _round, _duplicates)]);
            if (OutOfOrder)
                Seeded.Shuffle(CollectionsMarshal.AsSpan(due), seed, _round);
            _round++;
            return [.. due.Chunk(batchSize)];
        }
    }

    /// <summary>Puts a refused batch back, to be tried again later and later.</summary>
    public void Refused(QueuedEvent<TEvent>[] batch, Instant now)
    {
        lock (_gate)
        {
            foreach (var queued in batch)
            {
                if (queued.Attempt >= retries)
                    GivenUp++;
                else
                    _events.Add(queued with { Attempt = queued.Attempt + 1, DueAt = now + Pause(queued.Attempt) });
            }
        }
    }

    private Duration Pause(int attempt) => pauses?.Invoke(attempt)
        ?? Duration.FromSeconds(Math.Min(1 << attempt, 3_600) * (1 + Seeded.Unit(seed, attempt, _round)));
}
