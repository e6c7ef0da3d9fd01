using NodaTime;

namespace CrmMapping;

/// <summary>Finds connections and gives each its operations.</summary>
internal sealed class CrmConnections(
    ConnectionDirectory directory, ScopeOpener opener, ISyncStore store, IChangeQueue queue, SyncEngine engine, RunBoard board,
    ICrmNotices notices, ConfigurationCheck check, MapCatalog maps, IClock clock, TimeProvider time, IUserDirectory? users = null)
    : ICrmConnections
{
    public async Task<ICrmSync> GetAsync(string name, CancellationToken cancellationToken = default)
    {
        check.EnsureValid();
        var connection = await directory.FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (connection is null)
        {
            var known = await directory.ReadAllAsync(cancellationToken).ConfigureAwait(false);
            var names = known.Count == 0 ? "none" : string.Join(", ", known.Select(static c => $"'{c.Name}'"));
            throw new ArgumentException(
                $"There is no connection '{name}'. Known: {names}. Give the CRM's credentials where it is added, or add a connection.", nameof(name));
        }

        return new CrmSync(connection, opener, store, queue, engine, board, notices, maps, users, clock, time);
    }

    public Task<IReadOnlyList<Connection>> ReadAllAsync(CancellationToken cancellationToken = default) =>
        directory.ReadAllAsync(cancellationToken);
}
