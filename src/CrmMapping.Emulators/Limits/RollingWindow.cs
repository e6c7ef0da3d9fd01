using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Counts what was let through during the last span of time. Not for several threads at once.</summary>
internal sealed class RollingWindow(int limit, Duration span)
{
    private readonly Queue<Instant> _admitted = new();

    public int Limit => limit;

    public int Remaining => Math.Max(0, limit - _admitted.Count);

    public bool TryEnter(Instant now)
    {
        while (_admitted.TryPeek(out var oldest) && oldest + span <= now)
            _admitted.Dequeue();
        if (_admitted.Count >= limit)
            return false;
        _admitted.Enqueue(now);
        return true;
    }

    public void Reset() => _admitted.Clear();
}
