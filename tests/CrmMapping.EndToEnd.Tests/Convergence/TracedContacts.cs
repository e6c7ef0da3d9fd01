namespace CrmMapping.EndToEnd.Tests;

/// <summary>Writes down each value that the engine changes in the host's contacts.</summary>
internal sealed class TracedContacts(IContactRepository<Person> contacts, List<WrittenValue> trace) : IContactRepository<Person>
{
    public Task<IReadOnlyList<LocalContact<Person>>> ReadAsync(
        string tenant, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        contacts.ReadAsync(tenant, ids, cancellationToken);

    public Task<LocalPage<Person>> ReadPageAsync(string tenant, string? cursor, int size, CancellationToken cancellationToken) =>
        contacts.ReadPageAsync(tenant, cursor, size, cancellationToken);

    public Task<IReadOnlyList<LocalContact<Person>>> FindAsync(
        string tenant, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken) =>
        contacts.FindAsync(tenant, keys, cancellationToken);

    public async Task<IReadOnlyList<LocalSaveResult>> SaveAsync(
        string tenant, IReadOnlyList<LocalSave<Person>> saves, CancellationToken cancellationToken)
    {
        var before = (await contacts.ReadAsync(tenant, [.. saves.Select(s => s.Id)], cancellationToken)).ToDictionary(c => c.Id, c => c.Contact);
        var results = await contacts.SaveAsync(tenant, saves, cancellationToken);
        foreach (var (save, _) in saves.Zip(results).Where(r => r.Second.Outcome == LocalSaveOutcome.Saved))
        {
            trace.AddRange(
                from field in RuledField.All
                let values = (Before: field.Here(before[save.Id]), After: field.Here(save.Contact))
                where values.Before != values.After
                select new WrittenValue(SyncSide.Local, save.Id, field.Crm, values.Before, values.After, ByPerson: false));
        }

        return results;
    }

    public Task<IReadOnlyList<LocalSaveResult>> CreateAsync(
        string tenant, IReadOnlyList<LocalCreate<Person>> creates, CancellationToken cancellationToken) =>
        contacts.CreateAsync(tenant, creates, cancellationToken);
}
