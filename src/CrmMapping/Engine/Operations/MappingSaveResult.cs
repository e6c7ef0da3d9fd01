namespace CrmMapping;

/// <summary>Says what became of saving a mapping: it is saved, its draft is out of date, or something in it does not fit.</summary>
public sealed record MappingSaveResult
{
    /// <summary>Gets the mappings as they are saved now, with their version; null when nothing was saved.</summary>
    public MappingSet? Saved { get; private init; }

    /// <summary>Gets the two versions where somebody else saved first; null otherwise.</summary>
    public StaleDraft? Stale { get; private init; }

    /// <summary>Gets what they changed who saved since the draft was made; null where nobody did.</summary>
    public MappingDiff? Meanwhile { get; private init; }

    /// <summary>Gets every edit that the account does not take as it is now, and why; empty when it takes all.</summary>
    public EquatableArray<EditRefusal> Refusals { get; private init; }

    /// <summary>Gets everything for which the connection could not be worked under its settings and the mapping; empty when nothing is.</summary>
    public EquatableArray<MappingMistake> Mistakes { get; private init; }

    /// <summary>Gets whether the mapping is saved.</summary>
    public bool IsSaved => Saved is not null;

    /// <summary>Says what became of it, a refusal a line; of a draft that is out of date also what was changed meanwhile.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Saved is { } saved
        ? $"{saved.Name} is saved as version {saved.Version}."
        : Stale is { } stale ? $"{stale}\n{Meanwhile}"
        : string.Join('\n', [.. Mistakes.Select(static m => m.ToString()), .. Refusals.Select(static r => r.ToString())]);

    internal static MappingSaveResult Of(MappingSet saved) => new() { Saved = saved };

    internal static MappingSaveResult Late(StaleDraft stale, MappingDiff meanwhile) => new() { Stale = stale, Meanwhile = meanwhile };

    internal static MappingSaveResult Refused(IEnumerable<MappingMistake> mistakes, IEnumerable<EditRefusal> refusals) =>
        new() { Mistakes = mistakes.ToEquatableArray(), Refusals = refusals.ToEquatableArray() };
}
