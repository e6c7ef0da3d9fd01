using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping;

/// <summary>Holds all that the work on one connection needs, as it stood when the work began.</summary>
internal sealed class ConnectionScope
{
    private readonly IClock _clock;
    private readonly LeaseKeeper? _keeper;

    public ConnectionScope(
        Connection connection, CrmTraits traits, ICrmSession session, ISyncStore store, LocalSide local, PlanContext context,
        LeaseKeeper? keeper, IClock clock, EngineMetrics metrics, ILogger logger)
    {
        (Connection, Traits, Session, Store, Local) = (connection, traits, session, store, local);
        (Context, _keeper, _clock, Metrics, Logger) = (context, keeper, clock, metrics, logger);
        ManualContext = context.With(PlanTrigger.Manual);
        Bases = new BaseCodec(store, context.Map);
        OpenedAt = clock.GetCurrentInstant();
    }

    public Instant OpenedAt { get; }

    /// <summary>Gets the version of what was saved of the map; 0 when nothing was.</summary>
    public int MappingVersion { get; init; }

    /// <summary>Gets whether the CRM's fields turned out to be others than they were described.</summary>
    public bool IsOutdated { get; private set; }

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

    /// <summary>Gives the same scope, in which some fields are planned as on a first link.</summary>
    public ConnectionScope Backfilling(IReadOnlySet<int> ordinals) => new(
        Connection, Traits, Session, Store, Local, Context.Backfilling(ordinals), _keeper, _clock, Metrics, Logger)
    {
        MappingVersion = MappingVersion,
        Origin = this,
    };

    /// <summary>Lets the next batch be worked under the CRM's fields as it describes them then.</summary>
    public void Outdate()
    {
        IsOutdated = true;
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
}
