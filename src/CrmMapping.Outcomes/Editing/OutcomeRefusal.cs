namespace CrmMapping.Outcomes;

/// <summary>Says why an edit of outcomes was refused, and what would be allowed.</summary>
/// <param name="Code">The kind of refusal.</param>
/// <param name="Tag">The tag in question, by its id or as it was named; null when there is none.</param>
/// <param name="Outcome">The outcome in question, by its id or as it was named; null when there is none.</param>
/// <param name="Message">What is wrong and what would be allowed.</param>
public sealed record OutcomeRefusal(OutcomeRefusalCode Code, string? Tag, string? Outcome, string Message)
{
    /// <summary>Shows the refusal in a line.</summary>
    /// <returns>The code and the message.</returns>
    public override string ToString() => $"{Code}: {Message}";
}
