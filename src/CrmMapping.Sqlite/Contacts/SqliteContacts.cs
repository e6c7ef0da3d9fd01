using System.Runtime.CompilerServices;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Works with the contacts that CrmMapping keeps for an application that has no database of its own.</summary>
/// <typeparam name="TContact">The application's contact.</typeparam>
/// <remarks>
/// What is changed here is noticed and synced by itself. Safe to share between threads. What a method returned from is durable.
/// </remarks>
public sealed class SqliteContacts<TContact>
    where TContact : class, new()
{
    private const int AtOnce = 500;

    private readonly SqliteDatabase _database;
    private readonly ContactTable<TContact> _table;
    private readonly ContactWriter<TContact> _writer;
    private readonly IClock _clock;

    internal SqliteContacts(ContactBase<TContact> contacts, IClock clock)
    {
        _database = contacts.Database;
        _table = contacts.Table;
        _writer = contacts.Writer;
        _clock = clock;
    }

    /// <summary>Adds a contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="tenant">The contact base; the default tenant when it is not said.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id it was given.</returns>
    public async Task<string> AddAsync(
        TContact contact, string tenant = Connection.DefaultTenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var now = _clock.GetCurrentInstant();
        var added = await _database.WriteAsync(
            session => _writer.Add(session, tenant, contact, now), cancellationToken).ConfigureAwait(false);
        return added.Id;
    }

    /// <summary>Adds many contacts, some hundreds a transaction: those added before a failure stay.</summary>
    /// <param name="contacts">The contacts; they are not held in memory.</param>
    /// <param name="tenant">The contact base; the default tenant when it is not said.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many were added.</returns>
    public async Task<long> AddRangeAsync(
        IEnumerable<TContact> contacts, string tenant = Connection.DefaultTenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var total = 0L;
        foreach (var chunk in contacts.Chunk(AtOnce))
        {
            var now = _clock.GetCurrentInstant();
            await _database.WriteAsync(
                session => Array.ForEach(chunk, contact => _writer.Add(session, tenant, contact, now)),
                cancellationToken).ConfigureAwait(false);
            total += chunk.Length;
        }

        return total;
    }

    /// <summary>Finds a contact by its id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="tenant">The contact base; the default tenant when it is not said.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The contact; null when there is none, or it is archived.</returns>
    public async Task<LocalContact<TContact>?> FindAsync(
        string id, string tenant = Connection.DefaultTenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        var found = await _database.ReadAsync(
            session => _table.Read(session, tenant, [id]), cancellationToken).ConfigureAwait(false);
        return found is [var contact] ? contact : null;
    }

    /// <summary>Reads a contact, changes it and saves it, with nobody in between.</summary>
    /// <param name="id">The contact's id.</param>
    /// <param name="change">Changes the contact. It is called within the transaction: keep it short.</param>
    /// <param name="tenant">The contact base; the default tenant when it is not said.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when there is no such contact, or it is archived.</returns>
    public Task<bool> UpdateAsync(
        string id, Action<TContact> change, string tenant = Connection.DefaultTenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(change);
        var now = _clock.GetCurrentInstant();
        return _database.WriteAsync(session => Update(session, tenant, id, change, now), cancellationToken);
    }

    /// <summary>Deletes a contact with its values. What its CRM records become, the connections' settings say.</summary>
    /// <param name="id">The contact's id.</param>
    /// <param name="tenant">The contact base; the default tenant when it is not said.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when there is no such contact.</returns>
    public Task<bool> DeleteAsync(
        string id, string tenant = Connection.DefaultTenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        var now = _clock.GetCurrentInstant();
        return _database.WriteAsync(
            session => ContactWriter<TContact>.Delete(session, tenant, id, now), cancellationToken);
    }

    /// <summary>Takes a contact out of the archive, into which a delete in the CRM may have put it.</summary>
    /// <param name="id">The contact's id.</param>
    /// <param name="tenant">The contact base; the default tenant when it is not said.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when no such contact is archived.</returns>
    public Task<bool> RestoreAsync(
        string id, string tenant = Connection.DefaultTenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        var now = _clock.GetCurrentInstant();
        return _database.WriteAsync(
            session => ContactWriter<TContact>.Move(session, tenant, id, ContactState.Archived, ContactState.Live, now),
            cancellationToken);
    }

    /// <summary>Lists all contacts by id, the archived apart, a few hundred at a time in memory.</summary>
    /// <param name="tenant">The contact base; the default tenant when it is not said.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The contacts; each as it was when its page was read.</returns>
    public async IAsyncEnumerable<LocalContact<TContact>> ListAsync(
        string tenant = Connection.DefaultTenant, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var after = 0L;
        List<LocalContact<TContact>> page;
        do
        {
            var from = after;
            page = await _database.ReadAsync(
                session => _table.ReadPage(session, tenant, from, AtOnce), cancellationToken).ConfigureAwait(false);
            foreach (var contact in page)
            {
                yield return contact;
                after = ContactTable<TContact>.Number(contact.Id)!.Value;
            }
        }
        while (page.Count == AtOnce);
    }

    /// <summary>Counts the contacts, the archived apart.</summary>
    /// <param name="tenant">The contact base; the default tenant when it is not said.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many there are.</returns>
    public Task<long> CountAsync(
        string tenant = Connection.DefaultTenant, CancellationToken cancellationToken = default) =>
        _database.ReadAsync(session => ContactTable<TContact>.Count(session, tenant), cancellationToken);

    private bool Update(SqliteSession session, string tenant, string id, Action<TContact> change, Instant now)
    {
        if (_table.Read(session, tenant, [id]) is not [var found])
        {
            return false;
        }

        change(found.Contact);
        return _writer.Save(session, tenant, id, found.Contact, found.Version, now).Outcome == LocalSaveOutcome.Saved;
    }
}
