using System.Collections.Concurrent;

namespace CrmMapping;

/// <summary>Makes the code that reads and writes contacts once for all connections whose maps hold the same local fields in the same order.</summary>
/// <remarks>Making it costs milliseconds and memory. What no map uses any more is forgotten. Safe to share between threads.</remarks>
internal sealed class SharedAccesses(ContactMap map)
{
    private const int ManyForgotten = 100;

    private readonly ConcurrentDictionary<string, WeakReference<ContactAccess>> _made = new(StringComparer.Ordinal);

    public ContactAccess For(MappingSet set)
    {
        var key = string.Concat(set.Mappings.Select(static mapping => $"{mapping.Local.Key}{(mapping.ConditionCode is null ? '\n' : '?')}"));
        if (_made.TryGetValue(key, out var known) && known.TryGetTarget(out var access))
        {
            return access;
        }

        ForgetUnused();
        var made = map.AccessFor(set);
        _made[key] = new WeakReference<ContactAccess>(made);
        return made;
    }

    private void ForgetUnused()
    {
        var unused = _made.Where(static entry => !entry.Value.TryGetTarget(out _)).ToList();
        if (unused.Count >= ManyForgotten)
        {
            unused.ForEach(entry => _made.TryRemove(entry));
        }
    }
}
