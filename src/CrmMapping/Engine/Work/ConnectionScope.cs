using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping;

/// <summary>Holds all that the work on one connection needs, as it stood when the work began.</summary>
internal sealed class ConnectionScope
{
    // A lease outlives a batch by far; it is renewed when a third of it is gone.
    private static readonly Duration LeaseLength = Duration.FromMinutes(2);

    private readonly IClock _clock;
    private Instant _renewAt;

    public ConnectionScope(
        Connection connection, CrmTraits traits, ICrmSession session, ISyncStore store, LocalSide local, PlanContext context,
        SyncLease lease, IClock clock, EngineMetrics metrics, ILogger logger)
    {
        (Connection, Traits, Session, Store, Local) = (connection, traits, session, store, local);
        (Context, Lease, _clock, Metrics, Logger) = (context, lease, clock, metrics, logger);
        ManualContext = context.With(PlanTrigger.Manual);
        Bases = new BaseCodec(store, context.Map);
        _renewAt = clock.GetCurrentInstant() + (LeaseLength / 3);
    }

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

    public SyncLease Lease { get; }

    public EngineMetrics Metrics { get; }

    public ILogger Logger { get; }

    public Instant Now => _clock.GetCurrentInstant();

    public static Instant LeaseEnd(IClock clock) => clock.GetCurrentInstant() + LeaseLength;

    public SyncCommit NewCommit() => new() { Lease = Lease, At = Now };

    /// <summary>Gives the same scope, in which some fields are planned as on a first link.</summary>
    public ConnectionScope Backfilling(IReadOnlySet<int> ordinals) => new(
        Connection, Traits, Session, Store, Local, Context.Backfilling(ordinals), Lease, _clock, Metrics, Logger);

    public Task CommitAsync(SyncCommit commit, CancellationToken cancellationToken) =>
        Store.CommitAsync(commit, cancellationToken);

    public async Task RenewLeaseAsync(CancellationToken cancellationToken)
    {
        if (Now < _renewAt)
        {
            return;
        }

        if (!await Store.RenewLeaseAsync(Lease, LeaseEnd(_clock), cancellationToken).ConfigureAwait(false))
        {
            throw new LeaseLostException(Connection.Name);
        }

        _renewAt = Now + (LeaseLength / 3);
    }

    public RecordBuffer ReadLocal(LocalRecord record, Batch batch)
    {
        var values = batch.Buffer(Map.Count);
        Map.Access.Read(record.Contact, values);
        return values;
    }
}
