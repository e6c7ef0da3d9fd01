using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping;

/// <summary>Makes ready what the work on a connection needs: the session, the map with the CRM's live fields, the pairs of owners.</summary>
internal sealed class ScopeOpener(
    ConnectionMaps maps, MapCatalog catalog, IEnumerable<ICrmAdapter> adapters, ISyncStore store, LocalSide local, IPhoneNumberNormalizer phones,
    IClock clock, EngineMetrics metrics, ILogger logger) : IAsyncDisposable
{
    // A list of options that a person sees is at most this old; so is what a plan is made under.
    private static readonly Duration DescriptionLife = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<string, OpenSession> _sessions = new(StringComparer.Ordinal);

    public async Task<ConnectionScope> OpenAsync(Connection connection, LeaseKeeper? lease, CancellationToken cancellationToken)
    {
        EnsureWorkable(connection, catalog.OfKind(connection.Kind));
        var adapter = Adapter(connection);
        var open = Session(connection);
        var (map, version) = await LiveMapAsync(open, cancellationToken).ConfigureAwait(false);
        EnsureWorkable(connection, [map, .. catalog.OfKind(connection.Kind).Where(other => other.Set.RecordType != map.Set.RecordType)]);
        var pairs = await store.ReadOwnerPairsAsync(connection.Name, cancellationToken).ConfigureAwait(false);
        var context = new PlanContext(
            map,
            SettingsOf(connection),
            new OwnerPairing(pairs),
            new CanonicalContext(phones, connection.Settings.DefaultPhoneRegion));
        return new ConnectionScope(connection, adapter.Traits, open.Session, store, local, context, lease, clock, metrics, logger)
        {
            MappingVersion = version,
        };
    }

    /// <summary>Tells whether a scope still stands for what is saved of its connection's map, and for what the CRM's fields were found to be.</summary>
    public async Task<bool> IsCurrentAsync(ConnectionScope scope, CancellationToken cancellationToken) =>
        !scope.IsOutdated
        && (await maps.FindSavedAsync(scope.Connection, cancellationToken).ConfigureAwait(false))?.Version is var version
        && (version ?? 0) == scope.MappingVersion;

    /// <summary>Asks the CRM for the fields of a connection's account.</summary>
    public Task<IReadOnlyList<FieldDescriptor>> DescribeAsync(Connection connection, CancellationToken cancellationToken) =>
        Session(connection).Session.DescribeAsync(maps.Code(connection).Set.RecordType, cancellationToken);

    /// <summary>Gives the settings of a connection without asking its CRM anything.</summary>
    public EffectiveSettings SettingsOf(Connection connection) =>
        EffectiveSettings.Of(connection.Settings, Adapter(connection).Traits);

    /// <summary>Lets the account be described anew when it is opened next.</summary>
    public void Forget(string connection)
    {
        if (_sessions.TryGetValue(connection, out var open))
        {
            open.Described = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _sessions.Values)
        {
            await open.Session.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static void EnsureWorkable(Connection connection, IReadOnlyCollection<CompiledMap> maps)
    {
        if (connection.State == ConnectionState.Disconnected)
        {
            throw new CrmException(CrmFailure.Credentials, connection.Name, EngineMessages.Disconnected);
        }

        var mistakes = SettingsCheck.Find(connection.Name, connection.Kind, connection.Settings, maps);
        if (mistakes.Count > 0)
        {
            throw new CrmException(CrmFailure.Refused, connection.Name, EngineMessages.Unworkable(mistakes));
        }
    }

    private ICrmAdapter Adapter(Connection connection) => adapters.FirstOrDefault(a => a.Kind == connection.Kind)
        ?? throw new CrmException(CrmFailure.Refused, connection.Name, $"no adapter for '{connection.Kind}' is registered. Add it in AddCrmMapping.");

    private OpenSession Session(Connection connection) => _sessions.AddOrUpdate(
        connection.Name,
        _ => new OpenSession(connection, Adapter(connection).Open(connection)),
        (_, present) => present.Connection == connection ? present : new OpenSession(connection, Adapter(connection).Open(connection)));

    private async Task<(CompiledMap Map, int Version)> LiveMapAsync(OpenSession open, CancellationToken cancellationToken)
    {
        var saved = await maps.FindSavedAsync(open.Connection, cancellationToken).ConfigureAwait(false);
        var version = saved?.Version ?? 0;
        if (open.Described is { } known && known.Version == version && clock.GetCurrentInstant() < known.At + DescriptionLife)
        {
            return (known.Map, version);
        }

        var fields = await DescribeAsync(open.Connection, cancellationToken).ConfigureAwait(false);
        var remembered = await store.FindPositionAsync(open.Connection.Name, PositionNames.Schema, cancellationToken).ConfigureAwait(false);
        var live = maps.Make(open.Connection, saved, fields, SchemaMemory.Parse(remembered));
        open.Described = new DescribedMap(live, version, clock.GetCurrentInstant());
        return (live, version);
    }

    private sealed class OpenSession(Connection connection, ICrmSession session)
    {
        public Connection Connection { get; } = connection;

        public ICrmSession Session { get; } = session;

        // One reference, as who looks and who works may both ask.
        public DescribedMap? Described { get; set; }
    }

    private sealed record DescribedMap(CompiledMap Map, int Version, Instant At);
}
