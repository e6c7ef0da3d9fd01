using System.Runtime.CompilerServices;

namespace CrmMapping;

/// <summary>Follows one run of an operation.</summary>
/// <remarks>Safe to use from several threads.</remarks>
public sealed class OperationRun
{
    private const int LinesAtOnce = 500;

    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly ISyncStore _store;
    private readonly RunBoard _board;
    private readonly SyncEngine _engine;
    private readonly TimeProvider _time;
    private volatile OperationRecord _record;

    internal OperationRun(OperationRecord record, ISyncStore store, RunBoard board, SyncEngine engine, TimeProvider time)
    {
        _record = record;
        _store = store;
        _board = board;
        _engine = engine;
        _time = time;
    }

    /// <summary>Gets the run's id.</summary>
    public string Id => _record.Id;

    /// <summary>Gets how the run stood when it was last looked at.</summary>
    public OperationRecord Record => _record;

    /// <summary>Gets what keeps the connection from being worked just now, with what to do; null when nothing does.</summary>
    public string? Trouble => _board.FindTrouble(_record.Connection);

    /// <summary>Waits until the run has ended.</summary>
    /// <param name="progress">Is told how the run stands whenever it moved; null tells nobody.</param>
    /// <param name="cancellationToken">Cancels the waiting, not the run.</param>
    /// <returns>The run as it ended.</returns>
    public async Task<OperationRecord> WaitAsync(
        IProgress<OperationRecord>? progress = null, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var moved = _board.Next;
            var record = await ReadAsync(cancellationToken).ConfigureAwait(false);
            progress?.Report(record);
            if (!record.IsOpen)
            {
                return record;
            }

            // Another process may be working it: look again now and then.
            using var looking = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var look = Task.Delay(LookInterval, _time, looking.Token);
            await Task.WhenAny(moved, look).ConfigureAwait(false);
            await looking.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Asks the run to stop after the batch it is at. What was written stays.</summary>
    /// <param name="cancellationToken">Cancels the asking.</param>
    /// <returns>A task that ends when it is asked.</returns>
    public async Task CancelAsync(CancellationToken cancellationToken = default)
    {
        await _store.RequestCancelAsync(_record.Connection, Id, cancellationToken).ConfigureAwait(false);
        _engine.Wake(_record.Connection, isUrgent: true);
    }

    /// <summary>Asks the run to rest after the batch it is at, until it is resumed. What was written stays.</summary>
    /// <param name="cancellationToken">Cancels the asking.</param>
    /// <returns>A task that ends when it is asked.</returns>
    public async Task PauseAsync(CancellationToken cancellationToken = default)
    {
        await _store.RequestPauseAsync(_record.Connection, Id, cancellationToken).ConfigureAwait(false);
        _engine.Wake(_record.Connection, isUrgent: true);
    }

    /// <summary>Lets a run that was paused go on where it stopped.</summary>
    /// <param name="cancellationToken">Cancels the asking.</param>
    /// <returns>A task that ends when it is asked.</returns>
    public async Task ResumeAsync(CancellationToken cancellationToken = default)
    {
        await _store.ResumeRunAsync(_record.Connection, Id, cancellationToken).ConfigureAwait(false);
        _engine.Wake(_record.Connection, isUrgent: true);
    }

    /// <summary>Looks how the run stands now.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The run.</returns>
    public async Task<OperationRecord> ReadAsync(CancellationToken cancellationToken = default) =>
        _record = await _store.FindRunAsync(_record.Connection, Id, cancellationToken).ConfigureAwait(false) ?? _record;

    /// <summary>Reads the run's report: what a preview would write, who was paired, what a check found.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The lines saved so far, in order, read as they are asked for.</returns>
    public async IAsyncEnumerable<OperationLine> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        long after = 0;
        while (await _store.ReadLinesAsync(_record.Connection, Id, after, LinesAtOnce, cancellationToken).ConfigureAwait(false) is { Count: > 0 } lines)
        {
            foreach (var line in lines)
            {
                yield return line;
            }

            after = lines[^1].Number;
        }
    }
}
