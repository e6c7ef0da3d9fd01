namespace CrmMapping.Emulators;

/// <summary>Describes a field of an object. Immutable.</summary>
/// <param name="Name">The API name; those of custom fields end in <c>__c</c>.</param>
/// <param name="Label">What people see.</param>
/// <param name="Type">The type in the words of a describe call, such as <c>string</c>, <c>phone</c>, <c>picklist</c> or <c>datetime</c>.</param>
/// <param name="Length">How many characters the field holds; 0 where that makes no sense.</param>
public sealed record SalesforceField(string Name, string Label, string Type, int Length = 0)
{
    /// <summary>Gets whether new records may set the field.</summary>
    /// <value>The default is true.</value>
    public bool IsCreateable { get; init; } = true;

    /// <summary>Gets whether existing records may change the field.</summary>
    /// <value>The default is true.</value>
    public bool IsUpdateable { get; init; } = true;

    /// <summary>Gets whether the field may be empty.</summary>
    /// <value>The default is true.</value>
    public bool IsNillable { get; init; } = true;

    /// <summary>Gets whether new records get a value when none is given.</summary>
    /// <value>The default is false.</value>
    public bool IsDefaultedOnCreate { get; init; }

    /// <summary>Gets whether no two records may have the same value.</summary>
    /// <value>The default is false.</value>
    public bool IsUnique { get; init; }

    /// <summary>Gets whether records can be upserted by the field.</summary>
    /// <value>The default is false.</value>
    public bool IsExternalId { get; init; }

    /// <summary>Gets whether records can be looked up by the field.</summary>
    /// <value>The default is false.</value>
    public bool IsIdLookup { get; init; }

    /// <summary>Gets whether values that differ in case alone differ.</summary>
    /// <value>The default is false.</value>
    public bool IsCaseSensitive { get; init; }

    /// <summary>Gets whether field-level security hides the field from every caller of the API, as if it did not exist.</summary>
    /// <value>The default is false.</value>
    public bool IsHidden { get; init; }

    /// <summary>Gets whether values beyond <see cref="PicklistValues"/> are refused.</summary>
    /// <value>The default is false.</value>
    public bool IsRestrictedPicklist { get; init; }

    /// <summary>Gets how many digits stand after the point of a number.</summary>
    /// <value>The default is 0.</value>
    public int Scale { get; init; }

    /// <summary>Gets how many digits a number has; 0 where that makes no sense.</summary>
    /// <value>The default is 0.</value>
    public int Precision { get; init; }

    /// <summary>Gets the values of a picklist, in their order.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<SalesforcePicklistValue> PicklistValues { get; init; } = [];

    /// <summary>Gets the objects that a reference may point at.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<string> ReferenceTo { get; init; } = [];

    /// <summary>Gets the name by which a query goes through a reference, such as <c>Owner</c>; null where it cannot.</summary>
    /// <value>The default is null.</value>
    public string? RelationshipName { get; init; }

    internal bool IsCustom => Name.EndsWith("__c", StringComparison.OrdinalIgnoreCase);

    internal bool IsText => Type is "string" or "textarea" or "phone" or "email" or "url" or "picklist" or "multipicklist" or "combobox" or "encryptedstring";

    internal bool IsNumber => Type is "double" or "int" or "currency" or "percent";

    internal bool IsFilterable => Type is not ("address" or "base64") && !(Type is "textarea" && Length > 255);

    /// <summary>Whether the table keeps an index, so that a search for values touches only the records that have them.</summary>
    internal bool IsIndexed => Type is "phone" or "email" || IsExternalId || IsUnique || IsIdLookup
        || (Type is "reference" && Name is not ("OwnerId" or "CreatedById" or "LastModifiedById"));
}
