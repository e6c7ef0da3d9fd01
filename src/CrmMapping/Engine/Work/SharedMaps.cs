using System.Collections.Concurrent;

namespace CrmMapping;

/// <summary>Lets connections whose maps came out the same, as those of like accounts do, hold one map in memory.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class SharedMaps
{
    private readonly ConcurrentDictionary<string, WeakReference<CompiledMap>> _known = new(StringComparer.Ordinal);

    public CompiledMap Share(CompiledMap map)
    {
        // The stamp says what steers plans and leaves out what people read; only what is the same in all is shared.
        if (_known.TryGetValue(map.Stamp, out var weak) && weak.TryGetTarget(out var known)
            && known.Set == map.Set && known.SavedAt == map.SavedAt && known.Access == map.Access)
        {
            return known;
        }

        foreach (var unused in _known.Where(static entry => !entry.Value.TryGetTarget(out _)).ToList())
        {
            _known.TryRemove(unused);
        }

        _known[map.Stamp] = new WeakReference<CompiledMap>(map);
        return map;
    }
}
