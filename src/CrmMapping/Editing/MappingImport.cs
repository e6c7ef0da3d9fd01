namespace CrmMapping;

/// <summary>Says whether a file of mappings was taken into a draft.</summary>
public sealed record MappingImport
{
    /// <summary>Gets whether the whole file was taken; if not, the draft is as it was.</summary>
    public bool IsAccepted => Refusals.Count == 0;

    /// <summary>Gets everything that is wrong with the file, at most a hundred things; empty when it was taken.</summary>
    public EquatableArray<ImportRefusal> Refusals { get; init; }

    /// <summary>Gets what should be known of the mappings that were taken.</summary>
    public EquatableArray<EditWarning> Warnings { get; init; }

    /// <summary>Shows the result in words.</summary>
    /// <returns>The refusals, or <c>accepted</c> with the warnings, a line each.</returns>
    public override string ToString() => string.Join('\n', IsAccepted
        ? Warnings.Select(static warning => warning.ToString()).Prepend("accepted")
        : Refusals.Select(static refusal => refusal.ToString()));
}
