namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets somebody edit a contact just after it was read and just before it is saved, or refuses to save it.</summary>
internal sealed class HastyHost(IContactRepository<Person> contacts) : IContactRepository<Person>
{
    /// <summary>Gets or sets the edit; it happens once.</summary>
    public Func<string, Task>? Edit { get; set; }

    /// <summary>Gets or sets what happens in the CRM while contacts are read, after their records were; it happens once.</summary>
    public Action? WhileReading { get; set; }

    /// <summary>Gets or sets whether every save is answered as if somebody had been faster.</summary>
    public bool IsNeverReady { get; set; }

    /// <summary>Gets how often something was to be saved.</summary>
    public int Saves { get; private set; }

    /// <summary>Gets the fields that the last contact was to be saved for.</summary>
    public IReadOnlyList<string> LastFields { get; private set; } = [];

    /// <summary>Gets or sets whether contacts are left out of what is read by id, as a database does that is half restored.</summary>
    public bool HidesContacts { get; set; }

    /// <summary>Gets or sets which contacts break whatever reads them.</summary>
    public Func<string, bool> Breaks { get; set; } = static _ => false;

    /// <summary>Gets or sets why a contact is refused; null where it is saved.</summary>
    public Func<Person, string?> Refuses { get; set; } = static _ => null;

    public Task<IReadOnlyList<LocalContact<Person>>> ReadAsync(
        string tenant, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var edit = WhileReading;
        WhileReading = null;
        edit?.Invoke();
        return ids.Any(Breaks)
            ? throw new InvalidOperationException("The database knows ada@example.com and does not like it.")
            : contacts.ReadAsync(tenant, HidesContacts ? [] : ids, cancellationToken);
    }

    public Task<LocalPage<Person>> ReadPageAsync(string tenant, string? cursor, int size, CancellationToken cancellationToken) =>
        contacts.ReadPageAsync(tenant, cursor, size, cancellationToken);

    public Task<IReadOnlyList<LocalContact<Person>>> FindAsync(
        string tenant, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken) =>
        contacts.FindAsync(tenant, keys, cancellationToken);

    public async Task<IReadOnlyList<LocalSaveResult>> SaveAsync(
        string tenant, IReadOnlyList<LocalSave<Person>> saves, CancellationToken cancellationToken)
    {
        var edit = Edit;
        Edit = null;
        Saves++;
        LastFields = saves[^1].ChangedFields;
        if (edit is not null)
        {
            await edit(saves[0].Id);
        }

        if (IsNeverReady)
        {
            return [.. saves.Select(static s => new LocalSaveResult { Outcome = LocalSaveOutcome.Changed, Id = s.Id })];
        }

        var accepted = saves.Where(s => Refuses(s.Contact) is null).ToList();
        var saved = new Queue<LocalSaveResult>(await contacts.SaveAsync(tenant, accepted, cancellationToken));
        return
        [
            .. saves.Select(s => Refuses(s.Contact) is { } reason
                ? new LocalSaveResult { Outcome = LocalSaveOutcome.Refused, Id = s.Id, Message = reason }
                : saved.Dequeue()),
        ];
    }

    public Task<IReadOnlyList<LocalSaveResult>> CreateAsync(
        string tenant, IReadOnlyList<LocalCreate<Person>> creates, CancellationToken cancellationToken) =>
        contacts.CreateAsync(tenant, creates, cancellationToken);
}
