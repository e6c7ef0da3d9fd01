namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds what is shown of a record: its own fields, and those of the records it refers to, in the order asked for.</summary>
internal sealed class SelectNode(SObjectType? type)
{
    private readonly List<Item> _items = [];

    public IReadOnlyList<Item> Items => _items;

    /// <summary>The object whose fields these are; null where a reference may lead to several.</summary>
    public SObjectType? Type => type;

    public void Add(string name, int ordinal) => _items.Add(new(name, ordinal, null));

    public SelectNode Child(SalesforceOrg org, int reference)
    {
        var known = _items.FirstOrDefault(item => item.Child is not null && item.Ordinal == reference);
        if (known.Child is { } child)
            return child;
        var field = type![reference];
        child = new SelectNode(field.ReferenceTo.Count is 1 ? org.FindTable(field.ReferenceTo[0])?.Type : null);
        _items.Add(new(field.RelationshipName!, reference, child));
        return child;
    }

    public bool Has(string name) => _items.Exists(item => item.Child is null && string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>One field, or one reference with what is shown of its target. The ordinal is -1 where it depends on the target.</summary>
    internal readonly record struct Item(string Name, int Ordinal, SelectNode? Child);
}
