using NodaTime;

namespace CrmMapping;

/// <summary>Gives one contact of the host that a person wants synced now.</summary>
internal sealed class ContactSource(ConnectionScope scope, string localId) : IBatchSource
{
    public Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken)
    {
        var pair = new Pair { LocalId = localId };
        pair.Notices.Add(Asked(scope, localId));
        batch.Add(pair);
        return Task.FromResult(new SourceStep(null, 1));
    }

    /// <summary>Sees to it that there is something to sync: who asks for a contact by hand is told when there is none.</summary>
    /// <exception cref="OperationRefusedException">The host has no such contact, and none was linked.</exception>
    public async Task EnsureThereAsync(CancellationToken cancellationToken)
    {
        var contacts = await scope.Local.ReadAsync(scope.Connection.Tenant, [localId], cancellationToken).ConfigureAwait(false);
        if (contacts.Count == 0 && await scope.Store.ReadLinksAsync(
            scope.Connection.Name, SyncSide.Local, scope.RecordType, [localId], cancellationToken).ConfigureAwait(false) is [])
        {
            throw new OperationRefusedException(EngineMessages.NoContact(localId));
        }
    }

    /// <summary>Makes the notice that a person wants a contact synced; it is in no store.</summary>
    public static PendingNotice Asked(ConnectionScope scope, string localId) => new()
    {
        Side = SyncSide.Local,
        RecordType = RecordType.Contact,
        Id = localId,
        Kind = NoticeKind.Changed,
        Priority = NoticePriority.Manual,
        FieldTimes = new Dictionary<string, Instant>(),
        NoticedAt = scope.Now,
        Sequence = 0,
    };
}
