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
        var live = new List<(CompiledMap Map, int Version)>();
        foreach (var recordType in ConnectionMaps.TypesOf(connection))
        {
            live.Add(await LiveMapAsync(open, recordType, cancellationToken).ConfigureAwait(false));
        }

        var pairs = await store.ReadOwnerPairsAsync(connection.Name, cancellationToken).ConfigureAwait(false);
        return ConnectionScope.Join(live.ConvertAll(kind => new ConnectionScope(
            connection, adapter.Traits, open.Session, store, local, Context(connection, kind.Map, pairs), lease, clock, metrics, logger)
        {
            MappingVersion = kind.Version,
        }));
    }

    /// <summary>Tells whether a scope still stands for what is saved of its connection's maps, and for what the CRM's fields were found to be.</summary>
    public async Task<bool> IsCurrentAsync(ConnectionScope scope, CancellationToken cancellationToken)
    {
        foreach (var kind in scope.Kinds)
        {
            var saved = await maps.FindSavedAsync(scope.Connection, kind.RecordType, cancellationToken).ConfigureAwait(false);
            if ((saved?.Version ?? 0) != kind.MappingVersion)
            {
                return false;
            }
        }

        return !scope.IsOutdated;
    }

    /// <summary>Asks the CRM for the fields of a kind of record in a connection's account; the work that begins next need not ask the same.</summary>
    public async Task<IReadOnlyList<FieldDescriptor>> DescribeAsync(
        Connection connection, RecordType recordType, CancellationToken cancellationToken)
    {
        var open = Session(connection);
        var fields = await AskAsync(open, recordType, cancellationToken).ConfigureAwait(false);
        open.Keep(recordType, fields);
        return fields.Fields;
    }

    /// <summary>Gives the settings of a connection without asking its CRM anything.</summary>
    public EffectiveSettings SettingsOf(Connection connection) =>
        EffectiveSettings.Of(connection.Settings, Adapter(connection).Traits);

    /// <summary>Gives what talks to the CRM of a connection. Makes no request.</summary>
    /// <exception cref="CrmException">The connection is disconnected.</exception>
    public ICrmSession SessionOf(Connection connection) => connection.State == ConnectionState.Disconnected
        ? throw new CrmException(CrmFailure.Credentials, connection.Name, EngineMessages.Disconnected)
        : Session(connection).Session;

    /// <summary>Lets the account be described anew when it is opened next.</summary>
    public void Forget(string connection)
    {
        if (_sessions.TryGetValue(connection, out var open))
        {
            open.Forget();
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

    private PlanContext Context(Connection connection, CompiledMap map, IReadOnlyList<OwnerPair> pairs) => new(
        map, SettingsOf(connection), new OwnerPairing(pairs), new CanonicalContext(phones, connection.Settings.DefaultPhoneRegion));

    private async Task<(CompiledMap Map, int Version)> LiveMapAsync(
        OpenSession open, RecordType recordType, CancellationToken cancellationToken)
    {
        var saved = await maps.FindSavedAsync(open.Connection, recordType, cancellationToken).ConfigureAwait(false);
        var version = saved?.Version ?? 0;
        if (open.FindDescribed(recordType) is { } known && known.Version == version && clock.GetCurrentInstant() < known.At + DescriptionLife)
        {
            return (known.Map, version);
        }

        var fields = open.TakeAsked(recordType) is { } asked && clock.GetCurrentInstant() < asked.At + DescriptionLife
            ? asked
            : await AskAsync(open, recordType, cancellationToken).ConfigureAwait(false);
        var remembered = await store
            .FindPositionAsync(open.Connection.Name, PositionNames.Schema(recordType), cancellationToken).ConfigureAwait(false);
        var live = maps.Make(open.Connection, recordType, saved, fields.Fields, SchemaMemory.Parse(remembered));
        open.Keep(recordType, new DescribedMap(live, version, fields.At));
        return (live, version);
    }

    private async Task<AskedFields> AskAsync(OpenSession open, RecordType recordType, CancellationToken cancellationToken)
    {
        // Without a map there is nothing to describe the fields for.
        maps.Code(open.Connection, recordType);
        var fields = await open.Session.DescribeAsync(recordType, cancellationToken).ConfigureAwait(false);
        return new AskedFields(fields, clock.GetCurrentInstant());
    }

    // Who looks and who works may both ask.
    private sealed class OpenSession(Connection connection, ICrmSession session)
    {
        private readonly ConcurrentDictionary<RecordType, DescribedMap> _described = [];
        private readonly ConcurrentDictionary<RecordType, AskedFields> _asked = [];

        public Connection Connection { get; } = connection;

        public ICrmSession Session { get; } = session;

        public DescribedMap? FindDescribed(RecordType recordType) => _described.GetValueOrDefault(recordType);

        // All fields of an account are many: they are let go once the map is made of them.
        public AskedFields? TakeAsked(RecordType recordType) => _asked.TryRemove(recordType, out var asked) ? asked : null;

        public void Keep(RecordType recordType, DescribedMap described) => _described[recordType] = described;

        public void Keep(RecordType recordType, AskedFields asked) => _asked[recordType] = asked;

        public void Forget()
        {
            _described.Clear();
            _asked.Clear();
        }
    }

    private sealed record AskedFields(IReadOnlyList<FieldDescriptor> Fields, Instant At);

    private sealed record DescribedMap(CompiledMap Map, int Version, Instant At);
}
