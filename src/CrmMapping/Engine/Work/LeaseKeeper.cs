using NodaTime;

namespace CrmMapping;

/// <summary>Keeps the lease on a connection while it is worked, and stops the work when the lease is lost.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private static readonly Duration Length = Duration.FromMinutes(2);
    private static readonly Duration Interval = Length / 4;

    private readonly ISyncStore _store;
    private readonly IClock _clock;
    private readonly CancellationTokenSource _work;
    private readonly SemaphoreSlim _renewing = new(1, 1);
    private readonly Task _loop;
    private long _until;

    private LeaseKeeper(ISyncStore store, SyncLease lease, Instant until, IClock clock, TimeProvider time, CancellationToken cancellationToken)
    {
        (_store, Lease, _until, _clock) = (store, lease, until.ToUnixTimeTicks(), clock);
        _work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _loop = RenewNowAndThenAsync(time, _work.Token);
    }

    public SyncLease Lease { get; }

    /// <summary>Gets whether somebody else may work the connection by now.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Gets what ends when the work is cancelled or the lease is lost.</summary>
    public CancellationToken Token => _work.Token;

    private bool IsOver => IsLost || _clock.GetCurrentInstant() >= Until;

    private Instant Until => Instant.FromUnixTimeTicks(Interlocked.Read(ref _until));

    /// <summary>Takes the lease; null while somebody else has it.</summary>
    public static async Task<LeaseKeeper?> TakeAsync(
        ISyncStore store, string connection, string holder, IClock clock, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var lease = await store.AcquireLeaseAsync(connection, holder, now + Length, now, cancellationToken).ConfigureAwait(false);
        return lease is null ? null : new LeaseKeeper(store, lease, now + Length, clock, time, cancellationToken);
    }

    /// <summary>Sees to it that the lease has not ended by itself, without asking the store.</summary>
    /// <exception cref="LeaseLostException">It has.</exception>
    public void Check()
    {
        if (IsOver)
        {
            throw new LeaseLostException(Lease.Connection);
        }
    }

    /// <summary>Sees to it that the lease is held and goes on, before something is done that the store does not guard.</summary>
    /// <exception cref="LeaseLostException">It is held no more.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (_clock.GetCurrentInstant() >= Until - Interval)
        {
            await RenewAsync(cancellationToken).ConfigureAwait(false);
        }

        Check();
    }

    public async ValueTask DisposeAsync()
    {
        await _work.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _store.ReleaseLeaseAsync(Lease, CancellationToken.None).ConfigureAwait(false);
        _work.Dispose();
        _renewing.Dispose();
    }

    private async Task RenewNowAndThenAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval.ToTimeSpan(), time);
        while (!IsLost && await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await RenewAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Until the end that it knows of the lease holds: the next tick may find the store well again.
                IsLost = IsOver;
            }
        }

        await _work.CancelAsync().ConfigureAwait(false);
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        await _renewing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var until = _clock.GetCurrentInstant() + Length;
            if (IsLost || !await _store.RenewLeaseAsync(Lease, until, cancellationToken).ConfigureAwait(false))
            {
                IsLost = true;
                return;
            }

            Interlocked.Exchange(ref _until, until.ToUnixTimeTicks());
        }
        finally
        {
            _renewing.Release();
        }
    }
}
