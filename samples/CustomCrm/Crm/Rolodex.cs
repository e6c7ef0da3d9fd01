namespace CustomCrm;

/// <summary>What Rolodex keeps: people, users, fields, and a number for every change. Any thread may ask.</summary>
internal sealed class Rolodex(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Card> _cards = new(StringComparer.Ordinal);
    private readonly List<WireUser> _users = [];
    private readonly HashSet<string> _readOnly = new(StringComparer.Ordinal);
    private readonly List<WireField> _fields =
    [
        new("name", "Name", "text", false, []), new("email", "E-mail", "email", false, []), new("phone", "Phone", "phone", false, []),
        new("note", "Note", "text", true, []), new("tier", "Tier", "choice", true, ["gold", "silver"]),
    ];

    private long _changes;
    private int _ids;

    public int Count => Locked(() => _cards.Values.Count(static card => !card.IsDeleted));

    public long LastChange => Locked(() => _changes);

    public IReadOnlyList<WireField> Fields => Locked<IReadOnlyList<WireField>>(() => [.. _fields]);

    public IReadOnlyList<WireUser> Users => Locked<IReadOnlyList<WireUser>>(() => [.. _users]);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public WirePerson Create(IReadOnlyDictionary<string, string?> values) => Locked(() =>
    {
        var card = new Card($"{++_ids}", _ids, Now);
        _cards.Add(card.Id, card);
        return Put(card, values);
    });

    /// <summary>Changes a person; null when there is none.</summary>
    public WirePerson? Update(string id, IReadOnlyDictionary<string, string?> values) => Locked(() => Find(id) is { } card ? Put(card, values) : null);

    public WirePerson? Delete(string id) => Locked(() =>
    {
        if (Find(id) is not { } card)
        {
            return null;
        }

        card.IsDeleted = true;
        return Put(card, new Dictionary<string, string?>());
    });

    public string AddUser(string email, string name) => Locked(() =>
    {
        _users.Add(new WireUser($"u{_users.Count + 1}", email, name, Active: true));
        return _users[^1].Id;
    });

    public void DeactivateUser(string id) => Locked(() =>
    {
        var place = _users.FindIndex(user => user.Id == id);
        return _users[place] = _users[place] with { Active = false };
    });

    public void RemoveField(string key) => Locked(() => _fields.RemoveAll(field => field.Key == key));

    public void MakeReadOnly(string key) => Locked(() => _readOnly.Add(key));

    /// <summary>Says which values would be refused, and why.</summary>
    public IReadOnlyList<WireRefusal> Check(IReadOnlyDictionary<string, string?> values) => Locked<IReadOnlyList<WireRefusal>>(() =>
    [
        .. values.Select(value => (value.Key, Reason: Reason(value.Key, value.Value))).Where(static found => found.Reason is not null)
            .Select(static found => new WireRefusal(found.Key, found.Reason!)),
    ]);

    public IReadOnlyList<WirePerson> Page(int after, int size) => Select(card => !card.IsDeleted && card.Order > after, static card => card.Order, size);

    public IReadOnlyList<WirePerson> ChangedSince(long change, int size) => Select(card => card.Change > change, static card => card.Change, size);

    public IReadOnlyList<WirePerson> CreatedSince(long time) => Select(card => !card.IsDeleted && card.Created >= time, static card => card.Order);

    public IReadOnlyList<WirePerson> Read(IEnumerable<string> ids) => Locked<IReadOnlyList<WirePerson>>(() =>
        [.. ids.Select(id => _cards.TryGetValue(id, out var card) ? Show(card) : new WirePerson(id, true, 0, 0, new Dictionary<string, string?>()))]);

    public IReadOnlyList<WirePerson> Search(string field, IReadOnlyCollection<string> values) => Select(
        card => !card.IsDeleted && card.Values.GetValueOrDefault(field) is { } held && values.Any(value => field == "phone"
            ? Digits(held).EndsWith(Digits(value), StringComparison.Ordinal)
            : held.Equals(value, StringComparison.OrdinalIgnoreCase)),
        static card => card.Order);

    /// <summary>Finds the position after a person among changes.</summary>
    public long ChangeOf(string id) => Locked(() => _cards[id].Change);

    private static string Digits(string phone) => string.Concat(phone.Where(char.IsAsciiDigit));

    private string? Reason(string key, string? value) => _fields.Find(field => field.Key == key) switch
    {
        null => "no such field",
        _ when _readOnly.Contains(key) => "read only",
        { Type: "choice" } field when value is not null && !field.Options.Contains(value) => "not a choice",
        _ => null,
    };

    private Card? Find(string id) => _cards.TryGetValue(id, out var card) && !card.IsDeleted ? card : null;

    private WirePerson Put(Card card, IReadOnlyDictionary<string, string?> values)
    {
        foreach (var (key, value) in values)
        {
            card.Values[key] = value;
        }

        (card.Changed, card.Change) = (Now, ++_changes);
        return Show(card);
    }

    private WirePerson Show(Card card) => new(
        card.Id, card.IsDeleted, card.Created, card.Changed, _fields.ToDictionary(static field => field.Key, field => card.Values.GetValueOrDefault(field.Key)));

    private IReadOnlyList<WirePerson> Select(Func<Card, bool> wanted, Func<Card, long> order, int size = int.MaxValue) =>
        Locked<IReadOnlyList<WirePerson>>(() => [.. _cards.Values.Where(wanted).OrderBy(order).Take(size).Select(Show)]);

    private T Locked<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }

    private sealed class Card(string id, int order, long created)
    {
        public string Id => id;

        public int Order => order;

        public long Created => created;

        public long Changed { get; set; }

        public long Change { get; set; }

        public bool IsDeleted { get; set; }

        public Dictionary<string, string?> Values { get; } = new(StringComparer.Ordinal);
    }
}
