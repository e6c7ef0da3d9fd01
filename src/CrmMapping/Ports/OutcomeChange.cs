namespace CrmMapping;

/// <summary>Asks for a logged call to have another outcome.</summary>
public sealed record OutcomeChange : ActivityWrite
{
    /// <summary>Gets the CRM's id of the activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Gets the CRM's id of the outcome; null takes it away.</summary>
    public string? Outcome { get; init; }
}
