using NodaTime;

namespace CrmMapping;

/// <summary>Gives one contact of the host that a person wants synced now.</summary>
internal sealed class ContactSource(ConnectionScope scope, string localId) : IBatchSource
{
    public Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken)
    {
        var pair = new Pair { LocalId = localId };
        pair.Notices.Add(new PendingNotice
        {
            Side = SyncSide.Local,
            RecordType = scope.RecordType,
            Id = localId,
            Kind = NoticeKind.Changed,
            Priority = NoticePriority.Manual,
            FieldTimes = new Dictionary<string, Instant>(),
            NoticedAt = scope.Now,
            Sequence = 0,
        });
        batch.Pairs.Add(pair);
        return Task.FromResult(new SourceStep(null, 1));
    }
}
