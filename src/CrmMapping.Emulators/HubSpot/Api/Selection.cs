namespace CrmMapping.Emulators;

/// <summary>Says which properties of records an answer shows.</summary>
internal sealed class Selection
{
    // HubSpot shows these even to those who asked for others.
    private static readonly string[] Always = ["createdate", "hs_createdate", "hs_object_id", "lastmodifieddate", "hs_lastmodifieddate"];

    private Selection(int[] shown, int[] withHistory) => (Shown, WithHistory) = (shown, withHistory);

    public int[] Shown { get; }

    public int[] WithHistory { get; }

    /// <summary>Selects by name; names that no property has are dropped without a word.</summary>
    public static Selection Of(ObjectKind kind, IReadOnlyList<string>? names, IReadOnlyList<string>? history = null)
    {
        var known = Ordinals(kind, history ?? []);
        var asked = names is { Count: > 0 } ? [.. names, .. history ?? [], .. Always] : (IReadOnlyList<string>)[.. kind.Defaults, .. history ?? []];
        return new Selection(Ordinals(kind, asked), known);
    }

    private static int[] Ordinals(ObjectKind kind, IEnumerable<string> names) =>
        [.. names.Select(kind.Schema.Find).Where(ordinal => ordinal >= 0).Distinct()];
}
