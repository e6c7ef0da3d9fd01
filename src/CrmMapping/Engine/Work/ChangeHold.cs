using System.Globalization;
using NodaTime;

namespace CrmMapping;

/// <summary>Holds changes back that would be too many, until a person raises the guard or syncs the changes by hand. Outlives the process.</summary>
internal sealed class ChangeHold(string name, ISyncStore store, IClock clock)
{
    private string _guard = "";

    public bool IsOn { get; private set; }

    /// <summary>Looks whether changes are held back under the guard as it is now; another guard ends it.</summary>
    public async Task LookAsync(VolumeGuard guard, LeaseKeeper lease, CancellationToken cancellationToken)
    {
        _guard = string.Create(
            CultureInfo.InvariantCulture,
            $"{guard.MaxCreates}|{guard.MaxOverwrites}|{guard.MaxClearedShare}|{guard.AlwaysAllowedClears}");
        var held = await store.FindPositionAsync(name, PositionNames.ChangeHold, cancellationToken).ConfigureAwait(false);
        IsOn = held is not null;
        if (held is not null && held != _guard)
        {
            await EndAsync(lease, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Begins to hold back; a run that ended so tells people.</summary>
    public async Task BeginAsync(string message, OperationCounts counts, LeaseKeeper lease, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var run = new OperationRecord
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()).ToString("N"),
            Connection = name,
            Kind = OperationKind.SyncChanges,
            State = OperationState.Guarded,
            RequestedAt = now,
            StartedAt = now,
            EndedAt = now,
            Counts = counts,
            Message = message,
        };
        await CommitAsync(_guard, run, lease, cancellationToken).ConfigureAwait(false);
        IsOn = true;
    }

    public async Task EndAsync(LeaseKeeper lease, CancellationToken cancellationToken)
    {
        if (IsOn)
        {
            await CommitAsync(null, null, lease, cancellationToken).ConfigureAwait(false);
            IsOn = false;
        }
    }

    private Task CommitAsync(string? hold, OperationRecord? run, LeaseKeeper lease, CancellationToken cancellationToken) => store.CommitAsync(
        new SyncCommit
        {
            Lease = lease.Lease,
            At = clock.GetCurrentInstant(),
            Positions = [new(PositionNames.ChangeHold, hold)],
            Run = run,
        },
        cancellationToken);
}
