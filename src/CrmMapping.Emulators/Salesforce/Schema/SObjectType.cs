namespace CrmMapping.Emulators.Salesforce;

/// <summary>Describes an object: its fields by ordinal and by name. Fields that were removed keep their ordinal.</summary>
internal sealed class SObjectType
{
    private readonly List<SalesforceField> _fields = [];
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _relationships = new(StringComparer.OrdinalIgnoreCase);

    public SObjectType(string name, string label, string keyPrefix, IEnumerable<SalesforceField> fields)
    {
        (Name, Label, KeyPrefix) = (name, label, keyPrefix);
        foreach (var field in fields)
            Add(field);
        OwnerId = Find("OwnerId");
        MasterRecordId = Find("MasterRecordId");
        FullName = Find("Name");
        (FirstName, LastName) = (Find("FirstName"), Find("LastName"));
    }

    public string Name { get; }

    public string Label { get; }

    public string KeyPrefix { get; }

    public int Count => _fields.Count;

    /// <summary>The ordinal of the owner; -1 where the object has none.</summary>
    public int OwnerId { get; }

    /// <summary>The ordinal of the record that a loser was merged into; -1 where nothing can be merged.</summary>
    public int MasterRecordId { get; }

    /// <summary>The ordinal of the name; -1 where the object has none.</summary>
    public int FullName { get; }

    public int FirstName { get; }

    public int LastName { get; }

    /// <summary>Whether the name is put together from a first and a last one.</summary>
    public bool IsPerson => FirstName >= 0;

    public SalesforceField this[int ordinal] => _fields[ordinal];

    /// <summary>The ordinals of the fields that callers of the API see, in the order of a describe call.</summary>
    public IEnumerable<int> Visible => _ordinals.Values.Order().Where(ordinal => !_fields[ordinal].IsHidden);

    /// <summary>Finds a field, hidden or not; -1 when there is none.</summary>
    public int Find(string name) => _ordinals.GetValueOrDefault(name, -1);

    /// <summary>Finds a field that callers of the API see; -1 when there is none.</summary>
    public int FindVisible(string name) => _ordinals.TryGetValue(name, out var ordinal) && !_fields[ordinal].IsHidden ? ordinal : -1;

    /// <summary>Finds the reference that a relationship such as <c>Owner</c> goes through; -1 when there is none.</summary>
    public int FindRelationship(string name) =>
        _relationships.TryGetValue(name, out var ordinal) && !_fields[ordinal].IsHidden ? ordinal : -1;

    public int Add(SalesforceField field)
    {
        if (!_ordinals.TryAdd(field.Name, _fields.Count))
            throw new InvalidOperationException($"{Name} has a field '{field.Name}' already. Give the new one another name.");
        if (field.RelationshipName is { } relationship)
            _relationships[relationship] = _fields.Count;
        _fields.Add(field);
        return _fields.Count - 1;
    }

    public void Change(int ordinal, SalesforceField field) => _fields[ordinal] = field;

    public void Remove(int ordinal)
    {
        _ordinals.Remove(_fields[ordinal].Name);
        if (_fields[ordinal].RelationshipName is { } relationship)
            _relationships.Remove(relationship);
    }
}
