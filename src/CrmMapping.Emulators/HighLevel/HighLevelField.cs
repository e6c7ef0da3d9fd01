namespace CrmMapping.Emulators;

/// <summary>Defines a custom field of the emulated location.</summary>
/// <param name="Name">The name that people see.</param>
/// <param name="DataType">The type, such as <c>TEXT</c>, <c>LARGE_TEXT</c>, <c>NUMERICAL</c>, <c>SINGLE_OPTIONS</c>, <c>CHECKBOX</c>, <c>DATE</c>.</param>
public sealed record HighLevelField(string Name, string DataType)
{
    /// <summary>Gets the id by which values name the field.</summary>
    /// <value>The default is empty: it is made up when the field is added.</value>
    public string Id { get; init; } = "";

    /// <summary>Gets the key, such as <c>contact.tier</c>.</summary>
    /// <value>The default is empty: it is made from the name.</value>
    public string Key { get; init; } = "";

    /// <summary>Gets the options of a field that has some.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<string> Options { get; init; } = [];
}
