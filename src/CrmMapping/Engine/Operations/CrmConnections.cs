using NodaTime;

namespace CrmMapping;

/// <summary>Finds connections and gives each its operations.</summary>
internal sealed class CrmConnections(
    ConnectionDirectory directory, ScopeOpener opener, ISyncStore store, IChangeQueue queue, SyncEngine engine, RunBoard board,
    ICrmNotices notices, ConnectionEditor editor, MappingEditor mappings, ConfigurationCheck check, IClock clock, TimeProvider time,
    IUserDirectory? users = null)
    : ICrmConnections
{
    public async Task<ICrmSync> GetAsync(string name, CancellationToken cancellationToken = default)
    {
        check.EnsureValid();
        var known = await directory.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (known.Find(name) is not { } connection)
        {
            var names = known.All.Count == 0 ? "none" : string.Join(", ", known.All.Select(static c => $"'{c.Name}'"));
            throw new ArgumentException(
                $"There is no connection '{name}'. Known: {names}. Give the CRM's credentials where it is added, or add a connection.", nameof(name));
        }

        return new CrmSync(connection, opener, store, queue, engine, board, notices, editor, mappings, users, clock, time);
    }

    public Task<SettingsSaveResult> CreateAsync(
        Connection connection, CrmCredentials? credentials, string by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentException.ThrowIfNullOrWhiteSpace(connection.Name, nameof(connection));
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        check.EnsureValid();
        return editor.CreateAsync(connection, credentials, by, cancellationToken);
    }

    public async Task<IReadOnlyList<Connection>> ReadAllAsync(CancellationToken cancellationToken = default) =>
        (await directory.ReadAsync(cancellationToken).ConfigureAwait(false)).All;
}
