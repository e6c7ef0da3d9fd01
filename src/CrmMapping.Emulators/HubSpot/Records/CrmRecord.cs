using System.Runtime.InteropServices;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Holds one record: its values by ordinal, and what they were before.</summary>
internal sealed class CrmRecord(long id, Instant bornAt)
{
    private const int TouchOrdinal = -1;

    private readonly List<HistoryEntry> _history = [];
    private string?[] _values = [];

    public long Id => id;

    public Instant CreatedAt { get; init; } = bornAt;

    /// <summary>When the record came to be under its id: later than <see cref="CreatedAt"/> for the outcome of a merge.</summary>
    public Instant BornAt { get; } = bornAt;

    public Instant UpdatedAt { get; private set; } = bornAt;

    public Instant? ArchivedAt { get; set; }

    public bool IsArchived => ArchivedAt is not null;

    public string? this[int ordinal] => ordinal < _values.Length ? _values[ordinal] : null;

    public void Set(int ordinal, string? value, Stamp stamp)
    {
        if (ordinal >= _values.Length)
            Array.Resize(ref _values, ordinal + 4);
        _values[ordinal] = value;
        _history.Add(new HistoryEntry(ordinal, value, stamp));
        UpdatedAt = stamp.At;
    }

    /// <summary>Makes room for the first values at once: a hundred thousand records should not grow in steps.</summary>
    public void Reserve(int ordinals, int values)
    {
        Array.Resize(ref _values, Math.Max(_values.Length, ordinals));
        _history.EnsureCapacity(values);
    }

    /// <summary>Moves the modification time and nothing else.</summary>
    public void Touch(Stamp stamp)
    {
        if (_history is [.., { Ordinal: TouchOrdinal }, { Ordinal: TouchOrdinal }])
            _history.RemoveAt(_history.Count - 2);
        _history.Add(new HistoryEntry(TouchOrdinal, null, stamp));
        UpdatedAt = stamp.At;
    }

    public string? ValueAt(int ordinal, Instant time)
    {
        var entries = CollectionsMarshal.AsSpan(_history);
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            if (entries[i].Ordinal == ordinal && entries[i].Stamp.At <= time)
                return entries[i].Value;
        }

        return null;
    }

    public Instant UpdatedAtOf(Instant time)
    {
        if (UpdatedAt <= time)
            return UpdatedAt;
        var entries = CollectionsMarshal.AsSpan(_history);
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            if (entries[i].Stamp.At <= time)
                return entries[i].Stamp.At;
        }

        return BornAt;
    }

    /// <summary>Lists what a property was, newest first.</summary>
    public IEnumerable<HistoryEntry> HistoryOf(int ordinal)
    {
        for (var i = _history.Count - 1; i >= 0; i--)
        {
            if (_history[i].Ordinal == ordinal)
                yield return _history[i];
        }
    }
}
