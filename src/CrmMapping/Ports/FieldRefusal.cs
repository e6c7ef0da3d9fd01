namespace CrmMapping;

/// <summary>Says that one field was refused while the rest of the record was written.</summary>
/// <param name="Field">The field's key.</param>
/// <param name="Code">Why, as an issue's code.</param>
/// <param name="Message">What the other side said, without the value.</param>
public sealed record FieldRefusal(string Field, IssueCode Code, string Message);
