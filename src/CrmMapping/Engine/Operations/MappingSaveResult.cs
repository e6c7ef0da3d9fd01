namespace CrmMapping;

/// <summary>Says what became of saving a mapping: it is saved, its draft is out of date, or something in it does not fit.</summary>
public sealed record MappingSaveResult
{
    /// <summary>Gets the mappings as they are saved now, with their version; null when nothing was saved.</summary>
    public MappingSet? Saved { get; private init; }

    /// <summary>Gets the two versions where somebody else saved first; null otherwise.</summary>
    public StaleDraft? Stale { get; private init; }

    /// <summary>Gets every edit that the account does not take as it is now, and why; empty when it takes all.</summary>
    public EquatableArray<EditRefusal> Refusals { get; private init; }

    /// <summary>Gets what is wrong with the connection's settings, which are to be saved first; empty when nothing is.</summary>
    public EquatableArray<MappingMistake> Mistakes { get; private init; }

    /// <summary>Gets whether the mapping is saved.</summary>
    public bool IsSaved => Saved is not null;

    /// <summary>Says what became of it, a refusal a line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Saved is { } saved
        ? $"{saved.Name} is saved as version {saved.Version}."
        : Stale?.ToString() ?? string.Join('\n', [.. Mistakes.Select(static m => m.ToString()), .. Refusals.Select(static r => r.ToString())]);

    internal static MappingSaveResult Of(MappingSet saved) => new() { Saved = saved };

    internal static MappingSaveResult Late(int draftVersion, int savedVersion) => new() { Stale = new StaleDraft(draftVersion, savedVersion) };

    internal static MappingSaveResult Refused(IEnumerable<EditRefusal> refusals) => new() { Refusals = refusals.ToEquatableArray() };

    internal static MappingSaveResult Unworkable(IEnumerable<MappingMistake> mistakes) => new() { Mistakes = mistakes.ToEquatableArray() };
}
