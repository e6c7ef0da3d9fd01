namespace CrmMapping;

/// <summary>Says that a draft was made from a version that somebody saved over since.</summary>
/// <param name="DraftVersion">The version that the draft was made from.</param>
/// <param name="SavedVersion">The version that stands now.</param>
public sealed record StaleDraft(int DraftVersion, int SavedVersion)
{
    /// <summary>Says what happened and what to do.</summary>
    /// <returns>A sentence that names both versions.</returns>
    public override string ToString() =>
        $"The draft was made from version {DraftVersion}, and version {SavedVersion} is saved by now. Nothing was saved: make the draft anew from that.";
}
