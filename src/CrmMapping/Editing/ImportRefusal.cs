namespace CrmMapping;

/// <summary>Says what is wrong at a place of a file of mappings.</summary>
/// <param name="Code">The kind of refusal.</param>
/// <param name="Path">Where, as a JSON path, for example <c>$.mappings[3].crm</c>.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
/// <param name="Edit">The refusal of the edit that the file asks for; null when the file itself is wrong.</param>
public sealed record ImportRefusal(ImportRefusalCode Code, string Path, string Message, EditRefusal? Edit = null)
{
    /// <summary>Shows the refusal in a line.</summary>
    /// <returns>For example <c>$.mappings[3].direction: 'Sideways' is …</c>.</returns>
    public override string ToString() => $"{Path}: {Message}";
}
