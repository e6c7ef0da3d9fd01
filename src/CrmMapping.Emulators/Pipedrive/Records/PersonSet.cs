namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Keeps persons, and finds them by id, by the time of their last change, and by an address or number as it is written.</summary>
internal sealed class PersonSet
{
    private readonly Dictionary<long, Person> _byId = [];
    private readonly List<Person> _ordered = [];
    private readonly SortedSet<(long At, long Id)> _byUpdate = [];
    private readonly Dictionary<string, HashSet<long>> _byText = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, long> _mergedInto = [];

    public int Count { get; private set; }

    /// <summary>Gets all persons in the order of their ids, deleted ones included.</summary>
    public IReadOnlyList<Person> Ordered => _ordered;

    public Person? Find(long id) => _byId.GetValueOrDefault(id);

    public Person? Resolve(long id)
    {
        while (_mergedInto.TryGetValue(id, out var survivor))
            id = survivor;
        return Find(id);
    }

    public void Add(Person person)
    {
        _byId.Add(person.Id, person);
        _ordered.Add(person);
        Index(person);
        Count++;
    }

    /// <summary>Changes a person, and keeps what is looked up by up to date.</summary>
    public void Change(Person person, Action change)
    {
        Unindex(person);
        change();
        Index(person);
    }

    public void Delete(Person person, long? mergedInto)
    {
        Unindex(person);
        person.IsDeleted = true;
        Count--;
        if (mergedInto is { } survivor)
            _mergedInto[person.Id] = survivor;
    }

    public IEnumerable<Person> WithText(string text) => _byText.TryGetValue(text.Trim(), out var ids) ? ids.Order().Select(id => _byId[id]) : [];

    /// <summary>Gives persons that are not deleted, in the order of their last change, from a place on.</summary>
    public IEnumerable<Person> ByUpdate((long At, long Id) from)
    {
        var last = (long.MaxValue, long.MaxValue);
        return from.CompareTo(last) > 0 ? [] : _byUpdate.GetViewBetween(from, last).Select(key => _byId[key.Id]);
    }

    /// <summary>Finds the index of the first person whose id is at least the given one.</summary>
    public int FirstFrom(long id)
    {
        var (low, high) = (0, _ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ordered[middle].Id < id)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    public void Clear()
    {
        _byId.Clear();
        _ordered.Clear();
        _byUpdate.Clear();
        _byText.Clear();
        _mergedInto.Clear();
        Count = 0;
    }

    private static IEnumerable<string> Texts(Person person) => person.Emails.Concat(person.Phones).Select(static entry => entry.Value.Trim());

    private void Index(Person person)
    {
        _byUpdate.Add((person.UpdatedAt.ToUnixTimeSeconds(), person.Id));
        foreach (var text in Texts(person))
        {
            if (!_byText.TryGetValue(text, out var ids))
                _byText[text] = ids = [];
            ids.Add(person.Id);
        }
    }

    private void Unindex(Person person)
    {
        _byUpdate.Remove((person.UpdatedAt.ToUnixTimeSeconds(), person.Id));
        foreach (var text in Texts(person))
        {
            if (_byText.TryGetValue(text, out var ids) && ids.Remove(person.Id) && ids.Count == 0)
                _byText.Remove(text);
        }
    }
}
