namespace CrmMapping.Emulators;

/// <summary>Keeps the records of one type in the order of their ids, and where merged ids went.</summary>
internal sealed class RecordSet
{
    private readonly Dictionary<long, CrmRecord> _byId = [];
    private readonly List<CrmRecord> _ordered = [];
    private readonly Dictionary<long, long> _mergedInto = [];

    public int ActiveCount { get; private set; }

    public IReadOnlyList<CrmRecord> Ordered => _ordered;

    public void Add(CrmRecord record)
    {
        _byId.Add(record.Id, record);
        _ordered.Add(record);
        ActiveCount++;
    }

    public CrmRecord? Find(long id) => _byId.GetValueOrDefault(id);

    /// <summary>Finds a record by its own id or one that was merged into it.</summary>
    public CrmRecord? Resolve(long id)
    {
        while (_mergedInto.TryGetValue(id, out var survivor))
            id = survivor;
        return Find(id);
    }

    public bool WasMerged(long id) => _mergedInto.ContainsKey(id);

    public void Archived(CrmRecord record, NodaTime.Instant at)
    {
        record.ArchivedAt = at;
        ActiveCount--;
    }

    public void Restored(CrmRecord record)
    {
        record.ArchivedAt = null;
        ActiveCount++;
    }

    /// <summary>Takes a record out for good; a merged one leaves its forwarding address.</summary>
    public void Remove(CrmRecord record, long? mergedInto = null)
    {
        if (!record.IsArchived)
            ActiveCount--;
        _byId.Remove(record.Id);
        _ordered.RemoveAt(FirstFrom(record.Id));
        if (mergedInto is { } survivor)
            _mergedInto[record.Id] = survivor;
    }

    public void Clear()
    {
        _byId.Clear();
        _ordered.Clear();
        _mergedInto.Clear();
        ActiveCount = 0;
    }

    /// <summary>Finds the index of the first record whose id is at least the given one.</summary>
    public int FirstFrom(long id)
    {
        var (low, high) = (0, _ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ordered[middle].Id < id)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
