using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Describes a property of an object type. Immutable.</summary>
public sealed record HubSpotProperty
{
    /// <summary>Gets the internal name, lower case.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what people see.</summary>
    public required string Label { get; init; }

    /// <summary>Gets the type: string, number, bool, enumeration, date, datetime or phone_number.</summary>
    /// <value>The default is <c>string</c>.</value>
    public string Type { get; init; } = "string";

    /// <summary>Gets the kind of form field.</summary>
    /// <value>The default is <c>text</c>. <c>checkbox</c> makes an enumeration take several values.</value>
    public string FieldType { get; init; } = "text";

    /// <summary>Gets the property group.</summary>
    /// <value>The default is <c>contactinformation</c>.</value>
    public string GroupName { get; init; } = "contactinformation";

    /// <summary>Gets the help text.</summary>
    /// <value>The default is empty.</value>
    public string Description { get; init; } = "";

    /// <summary>Gets the place in its group; -1 comes after all others.</summary>
    /// <value>The default is -1.</value>
    public int DisplayOrder { get; init; } = -1;

    /// <summary>Gets the choices of an enumeration.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<HubSpotPropertyOption> Options { get; init; } = [];

    /// <summary>Gets whether HubSpot computes the value.</summary>
    public bool Calculated { get; init; }

    /// <summary>Gets whether the choices live elsewhere, as owners do.</summary>
    public bool ExternalOptions { get; init; }

    /// <summary>Gets what the value refers to, such as <c>OWNER</c>; null when it refers to nothing.</summary>
    public string? ReferencedObjectType { get; init; }

    /// <summary>Gets whether no two records may share a value; such a property can be an <c>idProperty</c>.</summary>
    public bool HasUniqueValue { get; init; }

    /// <summary>Gets whether people do not see the property.</summary>
    public bool Hidden { get; init; }

    /// <summary>Gets whether HubSpot brought the property, so that it cannot be archived.</summary>
    public bool HubSpotDefined { get; init; }

    /// <summary>Gets whether forms may use the property.</summary>
    public bool FormField { get; init; }

    /// <summary>Gets whether values cannot be written by API clients.</summary>
    public bool ReadOnlyValue { get; init; }

    /// <summary>Gets whether the choices cannot be changed; null leaves the fact out of answers.</summary>
    public bool? ReadOnlyOptions { get; init; } = false;

    /// <summary>Gets how sensitive values are: non_sensitive, sensitive or highly_sensitive.</summary>
    /// <value>The default is <c>non_sensitive</c>.</value>
    public string DataSensitivity { get; init; } = "non_sensitive";

    /// <summary>Gets whether the property was archived.</summary>
    public bool Archived { get; init; }

    /// <summary>Gets when the property was created; the emulator fills it.</summary>
    public Instant CreatedAt { get; init; }

    /// <summary>Gets when the definition last changed; the emulator fills it.</summary>
    public Instant UpdatedAt { get; init; }

    internal bool TakesSeveral => Type is "enumeration" && FieldType is "checkbox";

    internal bool IsWritable => !ReadOnlyValue && !Calculated && !Archived;
}
