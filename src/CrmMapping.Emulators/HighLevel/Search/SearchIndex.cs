using NodaTime;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Knows contacts as search shows them: as they were a while ago. Used under the gate.</summary>
internal sealed class SearchIndex(Location location)
{
    private readonly Dictionary<string, Contact> _shown = new(StringComparer.Ordinal);
    private readonly SortedSet<(long At, string Id)> _byUpdate = new(Order);
    private readonly SortedSet<(long At, string Id)> _byAdding = new(Order);
    private readonly Dictionary<string, HashSet<string>> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<(Instant Due, Contact Contact)> _news = new();
    private (string Words, int Count) _counted = ("", 0);

    public static Comparer<(long At, string Id)> Order { get; } = Comparer<(long At, string Id)>.Create(static (left, right) =>
        left.At != right.At ? left.At.CompareTo(right.At) : string.CompareOrdinal(left.Id, right.Id));

    public int Count
    {
        get
        {
            CatchUp();
            return _shown.Count;
        }
    }

    /// <summary>Counts what a search finds; the last count is kept until something changes, since the pages of one search ask for it again.</summary>
    /// <param name="words">What the search says, empty for all.</param>
    /// <param name="found">What it finds, gone through only where it must be.</param>
    public int CountOf(string words, IEnumerable<Contact> found)
    {
        CatchUp();
        if (words.Length is 0)
            return _shown.Count;
        if (_counted.Words != words)
            _counted = (words, found.Count());
        return _counted.Count;
    }

    public void Learn(Contact contact) => _news.Enqueue((location.Now + location.Options.SearchLag, contact.Copy()));

    /// <summary>Gives contacts by when they changed or were added, behind a place and not before a time, one way or the other.</summary>
    public IEnumerable<Contact> By(string sort, bool descends, (long At, string Id)? after, long? least = null)
    {
        CatchUp();
        var index = sort is "dateUpdated" ? _byUpdate : _byAdding;
        var (from, to) = ((At: least ?? long.MinValue, Id: ""), (At: long.MaxValue, Id: ""));
        if (after is { } place && descends)
            to = place;
        else if (after is { } start && Order.Compare(start, from) > 0)
            from = start;
        if (Order.Compare(from, to) > 0)
            return [];
        var view = index.GetViewBetween(from, to);
        return (descends ? view.Reverse() : view).Where(key => key != after).Select(key => _shown[key.Id]);
    }

    public IEnumerable<Contact> With(string field, string value)
    {
        CatchUp();
        return _byKey.TryGetValue($"{field}:{value}", out var ids) ? ids.Select(id => _shown[id]) : [];
    }

    public void Clear()
    {
        _shown.Clear();
        _byUpdate.Clear();
        _byAdding.Clear();
        _byKey.Clear();
        _news.Clear();
        _counted = ("", 0);
    }

    private void CatchUp()
    {
        while (_news.TryPeek(out var news) && news.Due <= location.Now)
            Show(_news.Dequeue().Contact);
    }

    private void Show(Contact contact)
    {
        _counted = ("", 0);
        if (_shown.Remove(contact.Id, out var known))
        {
            _byUpdate.Remove((known.UpdatedAt.ToUnixTimeMilliseconds(), known.Id));
            _byAdding.Remove((known.AddedAt.ToUnixTimeMilliseconds(), known.Id));
            foreach (var key in Keys(known))
                _byKey[key].Remove(known.Id);
        }

        if (contact.IsDeleted)
            return;
        _shown.Add(contact.Id, contact);
        _byUpdate.Add((contact.UpdatedAt.ToUnixTimeMilliseconds(), contact.Id));
        _byAdding.Add((contact.AddedAt.ToUnixTimeMilliseconds(), contact.Id));
        foreach (var key in Keys(contact))
        {
            if (!_byKey.TryGetValue(key, out var ids))
                _byKey[key] = ids = new(StringComparer.Ordinal);
            ids.Add(contact.Id);
        }
    }

    private static IEnumerable<string> Keys(Contact contact)
    {
        if (contact.Email is { } email)
            yield return $"email:{email}";
        if (contact.Phone is { } phone)
            yield return $"phone:{phone}";
    }
}
