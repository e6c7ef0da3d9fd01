namespace CrmMapping;

/// <summary>Says why an edit was refused, and what would be allowed.</summary>
/// <param name="Code">The kind of refusal.</param>
/// <param name="Local">The local field in question; null when there is none.</param>
/// <param name="Crm">The CRM field in question; null when there is none.</param>
/// <param name="HeldBy">The mapping that stands in the way: it holds the field, or may not be changed so; null when none does.</param>
/// <param name="Message">What is wrong and what would be allowed.</param>
public sealed record EditRefusal(EditRefusalCode Code, string? Local, string? Crm, FieldMapping? HeldBy, string Message)
{
    /// <summary>Shows the refusal in a line.</summary>
    /// <returns>The code and the message.</returns>
    public override string ToString() => $"{Code}: {Message}";
}
