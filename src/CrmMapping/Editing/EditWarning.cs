namespace CrmMapping;

/// <summary>Says what an admin should know of an edit that was accepted.</summary>
/// <param name="Code">The kind of warning.</param>
/// <param name="Mapping">The mapping as it is after the edit.</param>
/// <param name="Message">What will happen, and what to do about it.</param>
public sealed record EditWarning(EditWarningCode Code, FieldMapping Mapping, string Message)
{
    /// <summary>Shows the warning in a line.</summary>
    /// <returns>The code and the message.</returns>
    public override string ToString() => $"{Code}: {Message}";
}
