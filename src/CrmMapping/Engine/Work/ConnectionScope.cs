using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping;

/// <summary>Holds all that the work on one kind of record of a connection needs, as it stood when the work began.</summary>
internal sealed class ConnectionScope
{
    private readonly IClock _clock;
    private readonly LeaseKeeper? _keeper;
    private bool _isOutdated;

    public ConnectionScope(
        Connection connection, CrmTraits traits, ICrmSession session, ISyncStore store, LocalSide local, PlanContext context,
        LeaseKeeper? keeper, IClock clock, EngineMetrics metrics, ILogger logger)
    {
        (Connection, Traits, Session, Store, Local) = (connection, traits, session, store, local);
        (Context, _keeper, _clock, Metrics, Logger) = (context, keeper, clock, metrics, logger);
        ManualContext = context.With(PlanTrigger.Manual);
        Bases = new BaseCodec(store, context.Map);
        OpenedAt = clock.GetCurrentInstant();
        (Kinds, PlanStamp) = ([this], context.Stamp);
    }

    public Instant OpenedAt { get; }

    /// <summary>Gets the version of what was saved of the map; 0 when nothing was.</summary>
    public int MappingVersion { get; init; }

    /// <summary>Gets the scopes of all kinds of record of the connection, this one among them, that of the kind that goes first first.</summary>
    public IReadOnlyList<ConnectionScope> Kinds { get; private set; }

    /// <summary>Gets the scope of the kind of record that goes first: the one that stands for a contact without a record.</summary>
    public ConnectionScope First => Kinds[0];

    public bool GoesFirst => First == this;

    /// <summary>Gets the kinds in the order in which their records are read: leads, so that a conversion is met before the contact it made.</summary>
    public IEnumerable<ConnectionScope> InReadingOrder => Kinds.OrderByDescending(static kind => kind.RecordType == RecordType.Lead);

    public EquatableArray<RecordType> TypesInReadingOrder => InReadingOrder.Select(static kind => kind.RecordType).ToEquatableArray();

    /// <summary>Gets the text that differs when anything differs that steers a plan of any kind.</summary>
    public string PlanStamp { get; private set; }

    /// <summary>Gets whether the CRM's fields turned out to be others than they were described.</summary>
    public bool IsOutdated => Kinds.Any(static kind => kind._isOutdated);

    private ConnectionScope? Origin { get; init; }

    public Connection Connection { get; }

    public CrmTraits Traits { get; }

    public ICrmSession Session { get; }

    public ISyncStore Store { get; }

    public LocalSide Local { get; }

    public PlanContext Context { get; }

    public PlanContext ManualContext { get; }

    public CompiledMap Map => Context.Map;

    public RecordType RecordType => Map.Set.RecordType;

    public BaseCodec Bases { get; }

    public EngineMetrics Metrics { get; }

    public ILogger Logger { get; }

    public Instant Now => _clock.GetCurrentInstant();

    /// <summary>Makes a commit under the lease. A scope that was opened only to look has none: what it commits is refused.</summary>
    public SyncCommit NewCommit() => new() { Lease = _keeper?.Lease ?? new SyncLease(Connection.Name, "", 0), At = Now };

    /// <summary>Makes one of the scopes of a connection's kinds of record: they know each other from then on.</summary>
    /// <param name="kinds">The scopes, that of the kind that goes first first.</param>
    /// <returns>The first one.</returns>
    public static ConnectionScope Join(IReadOnlyList<ConnectionScope> kinds)
    {
        var stamp = string.Join('|', kinds.Select(static kind => kind.Context.Stamp));
        foreach (var kind in kinds)
        {
            (kind.Kinds, kind.PlanStamp) = (kinds, stamp);
        }

        return kinds[0];
    }

    /// <summary>Finds the scope of a kind of record; null when the connection does not sync it.</summary>
    public ConnectionScope? Find(RecordType recordType) => Kinds.FirstOrDefault(kind => kind.RecordType == recordType);

    /// <summary>Gives the same scope, in which a field is planned as on a first link wherever it is mapped.</summary>
    public ConnectionScope Backfilling(string localField) => Join([.. Kinds.Select(kind => kind.WithBackfill(localField))]);

    /// <summary>Lets the next batch be worked under the CRM's fields as it describes them then.</summary>
    public void Outdate()
    {
        _isOutdated = true;
        Origin?.Outdate();
    }

    public Task CommitAsync(SyncCommit commit, CancellationToken cancellationToken) =>
        Store.CommitAsync(commit, cancellationToken);

    /// <summary>Sees to it that nobody else works the connection, before the CRM is written to.</summary>
    public Task EnsureLeaseAsync(CancellationToken cancellationToken) => _keeper?.EnsureAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Begins to ask the CRM; what is not asked before the lease is lost is not asked at all.</summary>
    public RequestScope Ask(RequestPriority priority) => RequestScope.Begin(priority, _keeper is { } keeper ? keeper.Check : null);

    public RecordBuffer ReadLocal(LocalRecord record, Batch batch)
    {
        var values = batch.Buffer(Map.Count);
        Map.Access.Read(record.Contact, values);
        return values;
    }

    private ConnectionScope WithBackfill(string localField)
    {
        var ordinal = Map.FindOrdinal(localField);
        var context = ordinal < 0 ? Context : Context.Backfilling(new HashSet<int> { ordinal });
        return new(Connection, Traits, Session, Store, Local, context, _keeper, _clock, Metrics, Logger)
        {
            MappingVersion = MappingVersion,
            Origin = this,
        };
    }
}
