namespace CrmMapping.Emulators.HighLevel;

/// <summary>Keeps contacts as they are now, in the order in which they came, and finds them by address and number.</summary>
internal sealed class ContactSet
{
    private readonly Dictionary<string, Contact> _byId = new(StringComparer.Ordinal);
    private readonly List<Contact> _ordered = [];
    private readonly Dictionary<string, HashSet<string>> _byKey = new(StringComparer.OrdinalIgnoreCase);

    public int Count { get; private set; }

    /// <summary>Gets all contacts, deleted ones included.</summary>
    public IReadOnlyList<Contact> Ordered => _ordered;

    public Contact? Find(string id) => _byId.GetValueOrDefault(id);

    public void Add(Contact contact)
    {
        _byId.Add(contact.Id, contact);
        _ordered.Add(contact);
        Index(contact);
        Count++;
    }

    public void Change(Contact contact, Action<Contact> change)
    {
        Unindex(contact);
        change(contact);
        Index(contact);
    }

    public void Delete(Contact contact)
    {
        Unindex(contact);
        contact.IsDeleted = true;
        Count--;
    }

    /// <summary>Finds the contacts with an address or number, the oldest first.</summary>
    public IEnumerable<Contact> With(string field, string? value) =>
        value is not null && _byKey.TryGetValue(Key(field, value), out var ids) ? ids.Select(id => _byId[id]).OrderBy(static contact => contact.AddedAt) : [];

    public void Clear()
    {
        _byId.Clear();
        _ordered.Clear();
        _byKey.Clear();
        Count = 0;
    }

    private static string Key(string field, string value) => $"{field}:{value}";

    private static IEnumerable<string> Keys(Contact contact)
    {
        if (contact.Email is { } email)
            yield return Key("email", email);
        if (contact.Phone is { } phone)
            yield return Key("phone", phone);
    }

    private void Index(Contact contact)
    {
        foreach (var key in Keys(contact))
        {
            if (!_byKey.TryGetValue(key, out var ids))
                _byKey[key] = ids = new(StringComparer.Ordinal);
            ids.Add(contact.Id);
        }
    }

    private void Unindex(Contact contact)
    {
        foreach (var key in Keys(contact))
        {
            if (_byKey.TryGetValue(key, out var ids) && ids.Remove(contact.Id) && ids.Count == 0)
                _byKey.Remove(key);
        }
    }
}
