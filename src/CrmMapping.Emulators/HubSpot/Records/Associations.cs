namespace CrmMapping.Emulators;

/// <summary>Remembers which records are linked, with the types of each link.</summary>
internal sealed class Associations
{
    private readonly Dictionary<End, SortedDictionary<long, List<AssociationType>>> _links = [];

    /// <summary>Sets the types of a link; the types that were there before are replaced.</summary>
    public void Set(End from, End to, IReadOnlyList<AssociationType> types)
    {
        Toward(from, to.Type)[to.Id] = [.. types];
        Toward(to, from.Type)[from.Id] = [.. types.Select(type => type.Reversed)];
    }

    public void Remove(End from, End to)
    {
        Toward(from, to.Type).Remove(to.Id);
        Toward(to, from.Type).Remove(from.Id);
    }

    public IReadOnlyDictionary<long, List<AssociationType>> Of(End from, string toType) => Toward(from, toType);

    public void Clear() => _links.Clear();

    private SortedDictionary<long, List<AssociationType>> Toward(End from, string toType)
    {
        var key = @from with { Toward = toType };
        if (!_links.TryGetValue(key, out var links))
            _links[key] = links = [];
        return links;
    }

    /// <summary>Names one end of a link: a record, and for look-ups the type it points to.</summary>
    internal readonly record struct End(string Type, long Id, string? Toward = null);
}
