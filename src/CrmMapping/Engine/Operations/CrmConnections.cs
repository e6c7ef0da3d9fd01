using NodaTime;

namespace CrmMapping;

/// <summary>Finds connections and gives each its operations.</summary>
internal sealed class CrmConnections(
    ConnectionDirectory directory, ScopeOpener opener, ISyncStore store, IChangeQueue queue, SyncEngine engine, RunBoard board,
    ICrmNotices notices, ConnectionEditor editor, MappingEditor mappings, ConfigurationCheck check, IClock clock, TimeProvider time,
    IUserDirectory? users = null)
    : ICrmConnections
{
    private const int NamesShown = 10;

    public async Task<ICrmSync> GetAsync(string name, CancellationToken cancellationToken = default)
    {
        check.EnsureValid();
        var known = await directory.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (known.Find(name) is not { } connection)
        {
            throw new ArgumentException(
                $"There is no connection '{name}'. Known: {Names(known.All)}. Give the CRM's credentials where it is added, or add a connection.", nameof(name));
        }

        return new CrmSync(connection, opener, store, queue, engine, board, notices, editor, mappings, users, clock, time);
    }

    public Task<SettingsSaveResult> CreateAsync(
        Connection connection, CrmCredentials? credentials, string by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentException.ThrowIfNullOrWhiteSpace(connection.Name, nameof(connection));
        ArgumentException.ThrowIfNullOrWhiteSpace(connection.Kind, nameof(connection));
        ArgumentException.ThrowIfNullOrWhiteSpace(connection.Tenant, nameof(connection));
        SettingsCheck.EnsureWhole(connection);
        if (connection.Name.Any(char.IsControl))
        {
            throw new ArgumentException("The connection's name holds a control character, as a line break. Give a name that fits into a line.", nameof(connection));
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        check.EnsureValid();
        return editor.CreateAsync(connection, credentials, by, cancellationToken);
    }

    // A host may have thousands of them.
    private static string Names(IReadOnlyList<Connection> known) => known switch
    {
        [] => "none",
        { Count: > NamesShown } => $"{string.Join(", ", known.Take(NamesShown).Select(static c => $"'{c.Name}'"))} and {known.Count - NamesShown} more",
        _ => string.Join(", ", known.Select(static c => $"'{c.Name}'")),
    };

    public async Task<IReadOnlyList<Connection>> ReadAllAsync(CancellationToken cancellationToken = default) =>
        (await directory.ReadAsync(cancellationToken).ConfigureAwait(false)).All;
}
