using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Keeps what is left of queries whose rows fill more than a page. Cursors live two days.</summary>
internal sealed class QueryCursors
{
    private static readonly Duration Lifetime = Duration.FromDays(2);

    private readonly Dictionary<string, Cursor> _cursors = new(StringComparer.Ordinal);
    private long _opened;

    public string Open(BoundQuery query, int pageSize, Instant now)
    {
        foreach (var (id, _) in _cursors.Where(pair => pair.Value.OpenedAt + Lifetime <= now).ToList())
            _cursors.Remove(id);
        var key = SalesforceId.Create("01g", ++_opened);
        _cursors[key] = new(query, pageSize, now);
        return key;
    }

    public Cursor? Find(string key, Instant now) =>
        _cursors.TryGetValue(key, out var cursor) && cursor.OpenedAt + Lifetime > now ? cursor : null;

    public void Lose() => _cursors.Clear();

    /// <summary>The rows of a query, and how many go on a page.</summary>
    internal sealed record Cursor(BoundQuery Query, int PageSize, Instant OpenedAt);
}
