namespace QuickStart;

/// <summary>Says how many requests the account was asked, in all and of each kind.</summary>
internal sealed record RequestCounts(long Count, IReadOnlyDictionary<string, long> ByKind)
{
    /// <summary>Takes away what was asked for something else.</summary>
    public RequestCounts Without(RequestCounts from, RequestCounts to) => new(
        Count - (to.Count - from.Count),
        ByKind.Select(kind => KeyValuePair.Create(
                kind.Key, kind.Value - to.ByKind.GetValueOrDefault(kind.Key) + from.ByKind.GetValueOrDefault(kind.Key)))
            .Where(kind => kind.Value != 0).ToDictionary());
}
