using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Keeps the records of one object, deleted ones too, by id, by SystemModstamp and by the values of indexed fields.</summary>
internal sealed class RecordTable(SObjectType type)
{
    private readonly List<SObject> _ordered = [];
    private readonly Dictionary<string, SObject> _byId = new(StringComparer.Ordinal);
    private readonly SortedSet<SObject> _byStamp = new(StampOrder.Instance);
    private readonly Dictionary<int, ValueIndex> _indexes = [];
    private long _lastNumber;

    public SObjectType Type => type;

    /// <summary>All records in the order of their ids.</summary>
    public IReadOnlyList<SObject> All => _ordered;

    /// <summary>How many records are not deleted.</summary>
    public int ActiveCount { get; private set; }

    public string NextId() => SalesforceId.Create(type.KeyPrefix, ++_lastNumber);

    public SObject? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Lists the records of a span of SystemModstamp, bounds included, by SystemModstamp and then by id.</summary>
    public IEnumerable<SObject> Between(Instant from, Instant until) =>
        from > until ? [] : _byStamp.GetViewBetween(Probe(from, ""), Probe(until, "~"));

    /// <summary>Lists the records from an id on, itself included, in the order of their ids.</summary>
    public IEnumerable<SObject> FromId(string id)
    {
        for (var i = FirstFrom(id); i < _ordered.Count; i++)
            yield return _ordered[i];
    }

    /// <summary>Finds the records with a text in an indexed field, case aside, deleted ones too.</summary>
    public IEnumerable<SObject> Having(int ordinal, string value) => Index(ordinal).Find(value);

    public void Add(SObject record)
    {
        _byId.Add(record.Id, record);
        _ordered.Insert(FirstFrom(record.Id), record);
        Enlist(record);
    }

    public void Replace(SObject record, object?[] values)
    {
        Delist(record);
        record.Values = values;
        Enlist(record);
    }

    public void Remove(SObject record)
    {
        Delist(record);
        _byId.Remove(record.Id);
        _ordered.RemoveAt(FirstFrom(record.Id));
    }

    public void Clear()
    {
        _byId.Clear();
        _ordered.Clear();
        _byStamp.Clear();
        _indexes.Clear();
        ActiveCount = 0;
    }

    private int FirstFrom(string id)
    {
        var (low, high) = (0, _ordered.Count);
        if (high is 0 || string.CompareOrdinal(_ordered[high - 1].Id, id) < 0)
            return high;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_ordered[middle].Id, id) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Enlist(SObject record)
    {
        _byStamp.Add(record);
        ActiveCount += record.IsDeleted ? 0 : 1;
        foreach (var (ordinal, index) in _indexes)
        {
            if (record[ordinal] is string value)
                index.Add(value, record);
        }
    }

    private void Delist(SObject record)
    {
        _byStamp.Remove(record);
        ActiveCount -= record.IsDeleted ? 0 : 1;
        foreach (var (ordinal, index) in _indexes)
        {
            if (record[ordinal] is string value)
                index.Remove(value, record);
        }
    }

    // Built when the first search asks for it.
    private ValueIndex Index(int ordinal)
    {
        if (_indexes.TryGetValue(ordinal, out var index))
            return index;
        _indexes[ordinal] = index = new ValueIndex();
        foreach (var record in _ordered)
        {
            if (record[ordinal] is string value)
                index.Add(value, record);
        }

        return index;
    }

    private SObject Probe(Instant stamp, string id)
    {
        var values = new object?[SystemField.SystemModstamp + 1];
        values[SystemField.SystemModstamp] = stamp;
        return new SObject(type, id, values);
    }
}
