using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping;

/// <summary>Makes ready what the work on a connection needs: the session, the map with the CRM's live fields, the pairs of owners.</summary>
internal sealed class ScopeOpener(
    ConnectionMaps maps, IEnumerable<ICrmAdapter> adapters, ISyncStore store, LocalSide local, IPhoneNumberNormalizer phones,
    IClock clock, EngineMetrics metrics, ILogger logger) : IAsyncDisposable
{
    // A list of options that a person sees is at most this old; so is what a plan is made under.
    private static readonly Duration DescriptionLife = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<string, OpenSession> _sessions = new(StringComparer.Ordinal);

    public async Task<ConnectionScope> OpenAsync(Connection connection, LeaseKeeper? lease, CancellationToken cancellationToken)
    {
        EnsureWorkable(connection, await maps.ReadSavedAsync(connection, cancellationToken).ConfigureAwait(false));
        var adapter = Adapter(connection);
        var open = Session(connection);
        var (map, version) = await LiveMapAsync(open, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Asks the CRM for the fields of a connection's account; the work that begins next need not ask the same.</summary>
    public async Task<IReadOnlyList<FieldDescriptor>> DescribeAsync(Connection connection, CancellationToken cancellationToken)
    {
        var open = Session(connection);
        var fields = await AskAsync(open, cancellationToken).ConfigureAwait(false);
        open.Asked = fields;
        return fields.Fields;
    }

    /// <summary>Gives the settings of a connection without asking its CRM anything.</summary>
    public EffectiveSettings SettingsOf(Connection connection) =>
        EffectiveSettings.Of(connection.Settings, Adapter(connection).Traits);

    /// <summary>Lets the account be described anew when it is opened next.</summary>
    public void Forget(string connection)
    {
        if (_sessions.TryGetValue(connection, out var open))
        {
            (open.Described, open.Asked) = (null, null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _sessions.Values)
        {
            await open.Session.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static void EnsureWorkable(Connection connection, IReadOnlyCollection<MappingSet> maps)
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

        var fields = open.TakeAsked() is { } asked && clock.GetCurrentInstant() < asked.At + DescriptionLife
            ? asked
            : await AskAsync(open, cancellationToken).ConfigureAwait(false);
        var remembered = await store.FindPositionAsync(open.Connection.Name, PositionNames.Schema, cancellationToken).ConfigureAwait(false);
        var live = maps.Make(open.Connection, saved, fields.Fields, SchemaMemory.Parse(remembered));
        open.Described = new DescribedMap(live, version, fields.At);
        return (live, version);
    }

    private async Task<AskedFields> AskAsync(OpenSession open, CancellationToken cancellationToken)
    {
        var fields = await open.Session.DescribeAsync(maps.Code(open.Connection).Set.RecordType, cancellationToken).ConfigureAwait(false);
        return new AskedFields(fields, clock.GetCurrentInstant());
    }

    private sealed class OpenSession(Connection connection, ICrmSession session)
    {
        private volatile AskedFields? _asked;

        public Connection Connection { get; } = connection;

        public ICrmSession Session { get; } = session;

        // One reference, as who looks and who works may both ask.
        public DescribedMap? Described { get; set; }

        // All fields of an account are many: they are let go once the map is made of them.
        public AskedFields? Asked { get => _asked; set => _asked = value; }

        public AskedFields? TakeAsked() => Interlocked.Exchange(ref _asked, null);
    }

    private sealed record AskedFields(IReadOnlyList<FieldDescriptor> Fields, Instant At);

    private sealed record DescribedMap(CompiledMap Map, int Version, Instant At);
}
