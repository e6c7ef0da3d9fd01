namespace CrmMapping;

/// <summary>Says that a draft was made from a version that somebody saved over since.</summary>
/// <param name="DraftVersion">The version that the draft was made from.</param>
/// <param name="SavedVersion">The version that stands now.</param>
/// <param name="Since">Who saved what the draft does not know of, in the order of the versions.</param>
public sealed record StaleDraft(int DraftVersion, int SavedVersion, EquatableArray<SaveRecord> Since)
{
    /// <summary>Says what happened and what to do.</summary>
    /// <returns>A sentence that names both versions, and who saved since.</returns>
    public override string ToString() =>
        $"The draft was made from version {DraftVersion}, and version {SavedVersion} is saved by now"
        + $"{(Since.Count == 0 ? "" : $": {string.Join(", ", Since)}")}. Nothing was saved: make the draft anew from that.";

    internal static StaleDraft Of(int draftVersion, int savedVersion, IEnumerable<SaveRecord> history) => new(
        draftVersion, savedVersion,
        history.Where(saved => saved.Version > draftVersion && saved.Version <= savedVersion).OrderBy(static saved => saved.Version).ToEquatableArray());
}
