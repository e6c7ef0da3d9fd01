namespace CrmMapping;

/// <summary>Describes a field of either side: what it holds and what may be done to it.</summary>
public sealed record FieldDescriptor
{
    /// <summary>Gets the name that code and API use.</summary>
    public required string Key { get; init; }

    /// <summary>Gets what people see.</summary>
    /// <value>The default is the key.</value>
    public string Label { get => field ?? Key; init; }

    /// <summary>Gets what the field holds.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Gets the most characters (Unicode scalar values) the field takes; null when there is no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Gets whether the field's value cannot be written, as it is calculated or protected.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Gets whether the field must hold a value, so that a blank cannot be written.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets whether the account added the field, so that it is none of the CRM's own.</summary>
    public bool IsCustom { get; init; }

    /// <summary>Gets whether no two records may share a value of the field.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Gets the whole that the CRM makes of the field and others, and parts again by rules of its own; null where the field stands alone.</summary>
    /// <value>
    /// Pipedrive's first and last names are parts of <c>name</c>. Parts are written together, as what one holds may move into another:
    /// <c>Ana</c> and <c>de Souza</c> may come back as <c>Ana de</c> and <c>Souza</c>.
    /// </value>
    public string? PartOf { get; init; }

    /// <summary>Gets the options of a picklist; empty for other fields, and where any value is taken.</summary>
    public EquatableArray<FieldOption> Options { get; init; }
}
