namespace CrmMapping.Emulators;

/// <summary>Describes one value of a picklist. Immutable.</summary>
/// <param name="Value">The API name, the one that records hold.</param>
/// <param name="Label">What people see.</param>
public sealed record SalesforcePicklistValue(string Value, string Label)
{
    /// <summary>Gets whether the value may still be chosen.</summary>
    /// <value>The default is true.</value>
    public bool IsActive { get; init; } = true;

    /// <summary>Gets whether new records get the value when nothing else is said.</summary>
    /// <value>The default is false.</value>
    public bool IsDefault { get; init; }
}
