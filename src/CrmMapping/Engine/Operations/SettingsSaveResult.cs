namespace CrmMapping;

/// <summary>Says what became of saving a connection: it is saved, its draft is out of date, or something in it is wrong.</summary>
public sealed record SettingsSaveResult
{
    /// <summary>Gets the connection as it is saved now; null when nothing was saved.</summary>
    public Connection? Saved { get; private init; }

    /// <summary>Gets the two versions where somebody else saved first; null otherwise.</summary>
    public StaleDraft? Stale { get; private init; }

    /// <summary>Gets everything that is wrong; empty when nothing is.</summary>
    public EquatableArray<MappingMistake> Mistakes { get; private init; }

    /// <summary>Gets whether the connection is saved.</summary>
    public bool IsSaved => Saved is not null;

    /// <summary>Says what became of it, a mistake a line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Saved is { } saved
        ? $"{saved.Name} is saved as version {saved.Version}."
        : Stale?.ToString() ?? string.Join('\n', Mistakes);

    internal static SettingsSaveResult Of(Connection saved) => new() { Saved = saved };

    internal static SettingsSaveResult Late(StaleDraft stale) => new() { Stale = stale };

    internal static SettingsSaveResult Refused(params IEnumerable<MappingMistake> mistakes) =>
        new() { Mistakes = mistakes.Distinct().ToEquatableArray() };
}
