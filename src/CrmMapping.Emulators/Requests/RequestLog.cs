namespace CrmMapping.Emulators;

/// <summary>Remembers what an emulator was asked. Keeps counts of everything and the last 10,000 requests. May be shared between threads.</summary>
public sealed class RequestLog
{
    private const int Kept = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<LoggedRequest> _recent = new();
    private readonly SortedDictionary<string, int> _byKind = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, int> _byStatus = [];
    private long _count;
    private long _number;

    internal RequestLog()
    {
    }

    /// <summary>Gets how many requests came since the start or the last <see cref="Reset"/>.</summary>
    public long Count
    {
        get { lock (_gate) return _count; }
    }

    /// <summary>Gets the requests that are still remembered, oldest first.</summary>
    public IReadOnlyList<LoggedRequest> Recent
    {
        get { lock (_gate) return [.. _recent]; }
    }

    /// <summary>Gets how many requests there were of each kind.</summary>
    public IReadOnlyDictionary<string, int> ByKind
    {
        get { lock (_gate) return new SortedDictionary<string, int>(_byKind, StringComparer.Ordinal); }
    }

    /// <summary>Gets how many requests got each status; 0 counts those that got none.</summary>
    public IReadOnlyDictionary<int, int> ByStatus
    {
        get { lock (_gate) return new SortedDictionary<int, int>(_byStatus); }
    }

    /// <summary>Tells how many requests there were of one kind.</summary>
    /// <param name="kind">The kind, such as <c>contacts.search</c>.</param>
    /// <returns>The count.</returns>
    public int CountOf(string kind)
    {
        lock (_gate)
            return _byKind.GetValueOrDefault(kind);
    }

    /// <summary>Forgets all requests and counts. The numbering goes on, since faults depend on it.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _recent.Clear();
            _byKind.Clear();
            _byStatus.Clear();
            _count = 0;
        }
    }

    internal long NextNumber() => Interlocked.Increment(ref _number);

    internal void Add(LoggedRequest request)
    {
        lock (_gate)
        {
            _count++;
            _byKind[request.Kind] = _byKind.GetValueOrDefault(request.Kind) + 1;
            _byStatus[request.Status] = _byStatus.GetValueOrDefault(request.Status) + 1;
            if (_recent.Count == Kept)
                _recent.Dequeue();
            _recent.Enqueue(request);
        }
    }
}
