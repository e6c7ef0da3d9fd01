namespace CrmMapping;

/// <summary>Says why a mapping rests while the others go on, and what to do. It goes on by itself once the cause is gone.</summary>
/// <param name="Mapping">The mapping.</param>
/// <param name="Code">What kind of cause it is.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record MappingSuspension(FieldMapping Mapping, IssueCode Code, string Message)
{
    /// <summary>Shows the suspension in a line.</summary>
    /// <returns>For example <c>Company ↔ company: 'company' is not among …</c>.</returns>
    public override string ToString() => $"{Mapping.Pair}: {Message}";
}
