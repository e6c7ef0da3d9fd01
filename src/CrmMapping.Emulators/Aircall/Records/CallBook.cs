using NodaTime;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Keeps the calls in the order in which they began. Used under the gate.</summary>
internal sealed class CallBook
{
    private readonly List<Call> _calls = [];
    private readonly Dictionary<long, Call> _byId = [];

    public int Count => _calls.Count;

    public IReadOnlyList<Call> All => _calls;

    public Call? Find(long id) => _byId.GetValueOrDefault(id);

    public void Add(Call call)
    {
        _byId.Add(call.Id, call);
        _calls.Insert(FirstAfter(call.StartedAt), call);
    }

    /// <summary>Gives those that began at or after an instant.</summary>
    public IEnumerable<Call> Since(Instant from)
    {
        for (var i = FirstAfter(from - Duration.Epsilon); i < _calls.Count; i++)
            yield return _calls[i];
    }

    public void Clear()
    {
        _calls.Clear();
        _byId.Clear();
    }

    private int FirstAfter(Instant at)
    {
        var (low, high) = (0, _calls.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_calls[middle].StartedAt <= at)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
