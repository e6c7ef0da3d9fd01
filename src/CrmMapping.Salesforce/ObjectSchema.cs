using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Knows an object's fields as the user sees them. Immutable.</summary>
internal sealed class ObjectSchema
{
    private readonly Dictionary<string, WireField> _fields;

    public ObjectSchema(WireObject wire, IReadOnlyList<FieldOption> statuses, Instant readAt)
    {
        (IsCreateable, IsUpdateable, IsDeletable, ReadAt) = (wire.Createable == true, wire.Updateable == true, wire.Deletable == true, readAt);
        _fields = wire.Fields.OfType<WireField>().Where(static field => field.Name is { Length: > 0 } name && Soql.IsName(name))
            .DistinctBy(static field => field.Name).ToDictionary(static field => field.Name!, StringComparer.Ordinal);
        Descriptors = [.. _fields.Values.Where(static field => !FieldTypes.IsCompound(field)).Select(field => Describe(field, statuses))];
    }

    public bool IsCreateable { get; }

    public bool IsUpdateable { get; }

    public bool IsDeletable { get; }

    public Instant ReadAt { get; }

    public IReadOnlyList<FieldDescriptor> Descriptors { get; }

    public WireField? Find(string name) => _fields.GetValueOrDefault(name);

    /// <summary>Tells whether a field can be asked for.</summary>
    public bool Has(string name) => _fields.TryGetValue(name, out var field) && !FieldTypes.IsCompound(field);

    public bool Takes(string name, bool isCreate) => Find(name) is { } field && (isCreate ? field.Createable == true : field.Updateable == true);

    /// <summary>Tells whether the user may do to records of the object what a batch does.</summary>
    public bool Permits(BatchKind kind) => kind switch
    {
        BatchKind.Create => IsCreateable,
        BatchKind.Update => IsUpdateable,
        BatchKind.Upsert => IsCreateable && IsUpdateable,
        _ => IsDeletable,
    };

    /// <summary>Tells whether a field may be the key of an upsert.</summary>
    public bool MayBeKey(string name) => Find(name) is { ExternalId: true };

    private static FieldDescriptor Describe(WireField field, IReadOnlyList<FieldOption> statuses)
    {
        var described = FieldTypes.Describe(field);
        return field.Name == "Status" && statuses.Count > 0 ? described with { Options = Ordered(described.Options, statuses) } : described;
    }

    // What the description hides or knows alone comes after the statuses in the CRM's order.
    private static EquatableArray<FieldOption> Ordered(EquatableArray<FieldOption> described, IReadOnlyList<FieldOption> statuses) =>
        statuses.Concat(described.Where(option => statuses.All(status => status.Value != option.Value)).Select(static option => option with { Hidden = true }))
            .ToEquatableArray();
}
