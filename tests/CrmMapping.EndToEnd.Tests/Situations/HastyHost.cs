namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets somebody edit a contact just after it was read and just before it is saved.</summary>
internal sealed class HastyHost(IContactRepository<Person> contacts) : IContactRepository<Person>
{
    /// <summary>Gets or sets the edit; it happens once.</summary>
    public Func<string, Task>? Edit { get; set; }

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
        var edit = Edit;
        Edit = null;
        if (edit is not null)
        {
            await edit(saves[0].Id);
        }

        return await contacts.SaveAsync(tenant, saves, cancellationToken);
    }

    public Task<IReadOnlyList<LocalSaveResult>> CreateAsync(
        string tenant, IReadOnlyList<LocalCreate<Person>> creates, CancellationToken cancellationToken) =>
        contacts.CreateAsync(tenant, creates, cancellationToken);
}
