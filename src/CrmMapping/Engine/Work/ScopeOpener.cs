using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping;

/// <summary>Makes ready what the work on a connection needs: the session, the map with the CRM's live fields, the pairs of owners.</summary>
internal sealed class ScopeOpener(
    MapCatalog maps, IEnumerable<ICrmAdapter> adapters, ISyncStore store, LocalSide local, IPhoneNumberNormalizer phones,
    IClock clock, EngineMetrics metrics, ILogger logger) : IAsyncDisposable
{
    // A list of options that a person sees is at most this old; so is what a plan is made under.
    private static readonly Duration DescriptionLife = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<string, OpenSession> _sessions = new(StringComparer.Ordinal);

    public async Task<ConnectionScope> OpenAsync(Connection connection, LeaseKeeper? lease, CancellationToken cancellationToken)
    {
        EnsureWorkable(connection);
        var adapter = Adapter(connection);
        var map = maps.Find(connection.Kind, RecordType.Contact)
            ?? throw new CrmException(CrmFailure.Refused, connection.Name, $"there is no contact map for {connection.Kind}. Say UseContactMap where it is added.");
        var open = _sessions.AddOrUpdate(
            connection.Name,
            _ => new OpenSession(connection, adapter.Open(connection)),
            (_, present) => present.Connection == connection ? present : new OpenSession(connection, adapter.Open(connection)));
        var live = await LiveMapAsync(open, map, cancellationToken).ConfigureAwait(false);
        var pairs = await store.ReadOwnerPairsAsync(connection.Name, cancellationToken).ConfigureAwait(false);
        var context = new PlanContext(
            live,
            SettingsOf(connection),
            new OwnerPairing(pairs),
            new CanonicalContext(phones, connection.Settings.DefaultPhoneRegion));
        return new ConnectionScope(connection, adapter.Traits, open.Session, store, local, context, lease, clock, metrics, logger);
    }

    /// <summary>Gives the settings of a connection without asking its CRM anything.</summary>
    public EffectiveSettings SettingsOf(Connection connection) =>
        EffectiveSettings.Of(connection.Settings, Adapter(connection).Traits);

    /// <summary>Lets the account be described anew when it is opened next.</summary>
    public void Forget(string connection)
    {
        if (_sessions.TryGetValue(connection, out var open))
        {
            open.Map = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _sessions.Values)
        {
            await open.Session.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void EnsureWorkable(Connection connection)
    {
        if (connection.State == ConnectionState.Disconnected)
        {
            throw new CrmException(CrmFailure.Credentials, connection.Name, EngineMessages.Disconnected);
        }

        var mistakes = SettingsCheck.Find(connection.Name, connection.Kind, connection.Settings, maps.OfKind(connection.Kind));
        if (mistakes.Count > 0)
        {
            throw new CrmException(CrmFailure.Refused, connection.Name, EngineMessages.Unworkable(mistakes));
        }
    }

    private ICrmAdapter Adapter(Connection connection) => adapters.FirstOrDefault(a => a.Kind == connection.Kind)
        ?? throw new CrmException(CrmFailure.Refused, connection.Name, $"no adapter for '{connection.Kind}' is registered. Add it in AddCrmMapping.");

    private async Task<CompiledMap> LiveMapAsync(OpenSession open, CompiledMap map, CancellationToken cancellationToken)
    {
        if (open.Map is { } known && clock.GetCurrentInstant() < open.DescribedAt + DescriptionLife)
        {
            return known;
        }

        var fields = await open.Session.DescribeAsync(map.Set.RecordType, cancellationToken).ConfigureAwait(false);
        var live = map.With(fields);
        for (var ordinal = 0; ordinal < live.Count; ordinal++)
        {
            if (live.WhySuspended(ordinal) is { } suspension && open.Map?.IsSuspended(ordinal) != true)
            {
                logger.FieldSuspended(open.Connection.Name, live[ordinal].Local.Key, suspension.Message);
            }
        }

        (open.Map, open.DescribedAt) = (live, clock.GetCurrentInstant());
        return live;
    }

    private sealed class OpenSession(Connection connection, ICrmSession session)
    {
        public Connection Connection { get; } = connection;

        public ICrmSession Session { get; } = session;

        public CompiledMap? Map { get; set; }

        public Instant DescribedAt { get; set; }
    }
}
