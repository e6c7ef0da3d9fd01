namespace CrmMapping.Emulators.Salesforce;

/// <summary>Finds the records that have a text in one field, case aside.</summary>
internal sealed class ValueIndex
{
    // Most values belong to one record: a set for each would cost more than the records.
    private readonly Dictionary<string, object> _holders = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string value, SObject record)
    {
        switch (_holders.GetValueOrDefault(value))
        {
            case null:
                _holders[value] = record;
                break;
            case HashSet<SObject> many:
                many.Add(record);
                break;
            case SObject other:
                _holders[value] = new HashSet<SObject> { other, record };
                break;
        }
    }

    public void Remove(string value, SObject record)
    {
        if (_holders.GetValueOrDefault(value) is HashSet<SObject> many)
            many.Remove(record);
        else
            _holders.Remove(value);
    }

    public IEnumerable<SObject> Find(string value) => _holders.GetValueOrDefault(value) switch
    {
        SObject one => [one],
        HashSet<SObject> many => many,
        _ => [],
    };
}
