namespace CrmMapping.Emulators;

/// <summary>Says which contacts and leads the emulated org takes for the same person. Immutable.</summary>
/// <param name="ObjectName">The object whose writes are looked at: <c>Contact</c> or <c>Lead</c>.</param>
/// <param name="Name">The API name of the rule.</param>
public sealed record SalesforceDuplicateRule(string ObjectName, string Name = "Standard_Duplicate_Rule")
{
    /// <summary>Gets the field whose equal values, case aside, make a duplicate.</summary>
    /// <value>The default is <c>Email</c>.</value>
    public string Field { get; init; } = "Email";

    /// <summary>Gets the object that is searched, which may be the other one.</summary>
    /// <value>The default is null: the object that is written.</value>
    public string? Matches { get; init; }

    /// <summary>Gets whether duplicates are refused whatever the caller says, and not only until the caller insists.</summary>
    /// <value>The default is false.</value>
    public bool Blocks { get; init; }

    /// <summary>Gets the words of the refusal, which an admin may choose.</summary>
    /// <value>The default is <c>Use one of these records?</c>.</value>
    public string Message { get; init; } = "Use one of these records?";
}
