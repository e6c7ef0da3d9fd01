namespace CrmMapping;

/// <summary>Says whether an edit was accepted.</summary>
public sealed record EditResult
{
    /// <summary>Gets whether the edit was accepted; if not, the draft is as it was.</summary>
    public bool IsAccepted => Refusal is null;

    /// <summary>Gets why the edit was refused; null when it was accepted.</summary>
    public EditRefusal? Refusal { get; init; }

    /// <summary>Gets what should be known of an edit that was accepted.</summary>
    public EquatableArray<EditWarning> Warnings { get; init; }

    /// <summary>Shows the result in words.</summary>
    /// <returns>The refusal, or <c>accepted</c> with the warnings, a line each.</returns>
    public override string ToString() => Refusal?.ToString() ?? string.Join('\n', Warnings.Select(static w => w.ToString()).Prepend("accepted"));
}
