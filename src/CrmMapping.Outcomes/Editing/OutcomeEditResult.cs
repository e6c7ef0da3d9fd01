namespace CrmMapping.Outcomes;

/// <summary>Says whether an edit of outcomes was accepted.</summary>
public sealed record OutcomeEditResult
{
    /// <summary>Gets whether the edit was accepted; if not, the draft is as it was.</summary>
    public bool IsAccepted => Refusal is null;

    /// <summary>Gets why the edit was refused; null when it was accepted.</summary>
    public OutcomeRefusal? Refusal { get; init; }

    /// <summary>Shows the result in words.</summary>
    /// <returns>The refusal, or <c>accepted</c>.</returns>
    public override string ToString() => Refusal?.ToString() ?? "accepted";
}
