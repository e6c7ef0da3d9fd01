using System.Globalization;
using NodaTime;

namespace CrmMapping;

/// <summary>An account and a session on it, with the few steps that many tests take.</summary>
internal sealed class OpenAccount : IAsyncDisposable
{
    // Far more pages than any test can fill: whoever needs more goes round in a circle.
    private const int ManyPages = 1_000;

    public OpenAccount(CrmTestAccount account)
    {
        Account = account;
        Session = account.Adapter.Open(account.Connection);
    }

    public CrmTestAccount Account { get; }

    public ICrmSession Session { get; }

    public CrmTestFields Fields => Account.Fields;

    public CrmFieldSet Set => Account.Fields.Set;

    /// <summary>Gets how long a change may hide, and a moment more.</summary>
    public Duration Lag => Account.Adapter.Traits.SearchLag + Duration.FromSeconds(1);

    public bool Has(CrmAbilities ability) => Account.Abilities.HasFlag(ability);

    public ICrmSession Open() => Account.Adapter.Open(Account.Connection);

    public static string EmailOf(int number) => $"person{number}@example.com";

    // Numbers that are in no national plan's reserve and differ in their last digits, by which CRMs search.
    public static string PhoneOf(int number) => string.Create(CultureInfo.InvariantCulture, $"+1215{2_000_000 + number:0000000}");

    /// <summary>Gives values of a person that differ from those of all others in each key.</summary>
    public Dictionary<string, string> Person(int number) => new(StringComparer.Ordinal)
    {
        [Fields.Name.Key] = $"Person{number}",
        [Fields.Email.Key] = EmailOf(number),
        [Fields.Phone.Key] = PhoneOf(number),
        [Fields.Text.Key] = $"text {number}",
    };

    public string Create(int number) => Account.Create(Person(number));

    public IReadOnlyList<string> CreateMany(int first, int count) => [.. Enumerable.Range(first, count).Select(Create)];

    public RecordBuffer Values(params IEnumerable<KeyValuePair<string, string>> values)
    {
        var buffer = new RecordBuffer(Set.Count);
        foreach (var (key, value) in values)
        {
            buffer.Set(OrdinalOf(key), value.AsSpan());
        }

        return buffer;
    }

    public int OrdinalOf(string key) => Set.Fields.Select(static field => field.Key).ToList().IndexOf(key);

    public FieldValue Read(SeenRecord record, FieldDescriptor field) => record.Values[OrdinalOf(field.Key)];

    public CrmWrite NewPerson(int number) => new() { Kind = CrmWriteKind.Create, LocalId = $"local-{number}", Values = Values(Person(number)) };

    public CrmWrite Update(string id, params IEnumerable<(FieldDescriptor Field, string Value)> values) => new()
    {
        Kind = CrmWriteKind.Update,
        Id = id,
        Values = Values(values.Select(static value => KeyValuePair.Create(value.Field.Key, value.Value))),
    };

    public CrmWrite Archive(string id) => new() { Kind = CrmWriteKind.Archive, Id = id, Values = new RecordBuffer(Set.Count) };

    public async Task<IReadOnlyList<CrmWriteResult>> WriteAsync(
        IReadOnlyList<CrmWrite> writes, CancellationToken cancellationToken = default)
    {
        var results = await Session.WriteAsync(Set, writes, cancellationToken);
        Assert.Equal(writes.Count, results.Count);
        return results;
    }

    public async Task<IReadOnlyList<SeenRecord>> ReadAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default)
    {
        using var page = await Session.ReadAsync(Set, ids, cancellationToken);
        return SeenRecord.All(page);
    }

    /// <summary>Reads when records last changed; null where the CRM does not tell.</summary>
    public async Task<IReadOnlyDictionary<string, Instant?>> ReadTimesAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default)
    {
        using var page = await Session.ReadAsync(Set, ids, cancellationToken);
        return page.ToDictionary(static record => record.Id, static record => record.ModifiedAt);
    }

    public async Task<IReadOnlyList<SeenRecord>> FindAsync(
        IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken = default)
    {
        using var page = await Session.FindAsync(Set, keys, cancellationToken);
        return SeenRecord.All(page);
    }

    public async Task<IReadOnlyList<SeenRecord>> ReadAllAsync(CancellationToken cancellationToken = default)
    {
        var (all, cursor) = (new List<SeenRecord>(), (string?)null);
        for (var pages = 0; pages < ManyPages; pages++)
        {
            using var page = await Session.ReadPageAsync(Set, cursor, cancellationToken);
            all.AddRange(SeenRecord.All(page));
            cursor = page.Next;
            if (cursor is null)
            {
                return all;
            }
        }

        throw new InvalidOperationException($"After {ManyPages} pages of all records there is still a next one.");
    }

    /// <summary>Asks for the position of the present, which reads nothing.</summary>
    public async Task<string> PresentAsync(CancellationToken cancellationToken = default)
    {
        using var page = await Session.ReadChangesAsync(Set, null, cancellationToken);
        Assert.Empty(page);
        return Assert.IsType<string>(page.Next);
    }

    /// <summary>Reads changes page by page until no more is waiting, as one poll does.</summary>
    public async Task<IReadOnlyList<SeenChanges>> PollAsync(
        string position, ICrmSession? session = null, Action? betweenPages = null, CancellationToken cancellationToken = default)
    {
        var pages = new List<SeenChanges>();
        while (pages.Count < ManyPages)
        {
            using var page = await (session ?? Session).ReadChangesAsync(Set, position, cancellationToken);
            position = Assert.IsType<string>(page.Next);
            pages.Add(new SeenChanges(SeenRecord.All(page), position));
            if (!page.HasMore)
            {
                return pages;
            }

            betweenPages?.Invoke();
        }

        throw new InvalidOperationException($"After {ManyPages} pages of changes there is still more waiting.");
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        await Account.DisposeAsync();
    }
}
