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

    private static Comparer<(long At, string Id)> Order { get; } = Comparer<(long At, string Id)>.Create(static (left, right) =>
        left.At != right.At ? left.At.CompareTo(right.At) : string.CompareOrdinal(left.Id, right.Id));

    public int Count
    {
        get
        {
            CatchUp();
            return _shown.Count;
        }
    }

    public IEnumerable<Contact> All
    {
        get
        {
            CatchUp();
            return _shown.Values;
        }
    }

    public void Learn(Contact contact) => _news.Enqueue((location.Now + location.Options.SearchLag, contact.Copy()));

    /// <summary>Gives contacts by when they changed or were added, behind a place, one way or the other.</summary>
    public IEnumerable<Contact> By(string sort, bool descends, (long At, string Id)? after)
    {
        CatchUp();
        var index = sort is "dateUpdated" ? _byUpdate : _byAdding;
        if (index.Count == 0)
            return [];
        var (least, most) = (index.Min, index.Max);
        if (after is { } place)
        {
            if (descends ? Order.Compare(place, least) <= 0 : Order.Compare(place, most) >= 0)
                return [];
            (least, most) = descends ? (least, Order.Compare(place, most) < 0 ? place : most) : (Order.Compare(place, least) > 0 ? place : least, most);
        }

        var view = index.GetViewBetween(least, most);
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
    }

    private void CatchUp()
    {
        while (_news.TryPeek(out var news) && news.Due <= location.Now)
            Show(_news.Dequeue().Contact);
    }

    private void Show(Contact contact)
    {
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
