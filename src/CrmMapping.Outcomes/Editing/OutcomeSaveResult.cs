namespace CrmMapping.Outcomes;

/// <summary>Says what became of saving a draft: there is a next version, the draft is out of date, or the accounts do not take what it adds.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record OutcomeSaveResult
{
    /// <summary>Gets the version to keep; null when there is none.</summary>
    public SavedOutcomeRules? Saved { get; internal init; }

    /// <summary>Gets the two versions where somebody else saved first; null otherwise. Whoever keeps the versions knows who it was.</summary>
    public StaleDraft? Stale { get; internal init; }

    /// <summary>Gets what they changed who saved since the draft was made; null where nobody did.</summary>
    public OutcomeDiff? Meanwhile { get; internal init; }

    /// <summary>Gets every addition that the accounts do not take as they are now, and why; empty when they take all.</summary>
    public EquatableArray<OutcomeRefusal> Refusals { get; internal init; }

    /// <summary>Gets whether there is a version to keep.</summary>
    public bool IsSaved => Saved is not null;

    /// <summary>Says what became of it, a refusal a line; of a draft that is out of date also what was changed meanwhile.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Saved is { } saved
        ? $"The outcomes of calls are saved as version {saved.Rules.Version}."
        : Stale is { } stale ? $"{stale}\n{Meanwhile}"
        : string.Join('\n', Refusals.Select(static refusal => refusal.ToString()));
}
