using Microsoft.Extensions.Logging;

namespace CrmMapping.Http;

/// <summary>Writes records in the largest batches, so that one bad field costs that field and one bad record that record.</summary>
/// <remarks>May be used from several threads at once.</remarks>
public sealed class BatchWriter
{
    private readonly Connection _connection;
    private readonly IBatchEndpoint _endpoint;
    private readonly WriteVerdicts _verdicts;
    private readonly ILogger _logger;

    /// <summary>Makes the writer of a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="endpoint">Takes the batches.</param>
    /// <param name="logger">The log.</param>
    public BatchWriter(Connection connection, IBatchEndpoint endpoint, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(endpoint);
        _connection = connection;
        _endpoint = endpoint;
        _verdicts = new WriteVerdicts(connection, logger);
        _logger = logger;
    }

    /// <summary>Writes records.</summary>
    /// <param name="fields">What the ordinals of the values mean.</param>
    /// <param name="writes">The writes.</param>
    /// <param name="cancellationToken">Cancels the call; what was written by then is written.</param>
    /// <returns>A result for each write, in order.</returns>
    /// <exception cref="CrmException">A person must act before anything can be written, and nothing was.</exception>
    public async Task<IReadOnlyList<CrmWriteResult>> WriteAsync(
        CrmFieldSet fields, IReadOnlyList<CrmWrite> writes, CancellationToken cancellationToken)
    {
        var pending = writes.Select((write, number) => new PendingWrite(number, write, fields)).ToList();
        var batches = Batches(pending);
        var stop = await SendAsync(fields, batches, cancellationToken).ConfigureAwait(false);
        foreach (var batch in batches)
        {
            batch.EndAll(CrmWriteOutcome.Failed, stop?.Message ?? $"{_connection.Kind} did not say what became of it.");
        }

        // Nothing was written and a person must act: that is no matter of one record.
        return stop is { Failure: not CrmFailure.Passing } && pending.TrueForAll(write => write.Result is { Outcome: CrmWriteOutcome.Failed })
            ? throw stop
            : [.. pending.Select(write => write.Result!)];
    }

    // CRMs take no key twice in a batch, so a second write of it waits for the next.
    private List<WriteBatch> Batches(List<PendingWrite> pending)
    {
        List<WriteBatch> batches = [];
        foreach (var kind in pending.GroupBy(write => _endpoint.KindOf(write.Write)))
        {
            for (var rest = kind.ToList(); rest.Count > 0;)
            {
                HashSet<string> keys = new(StringComparer.Ordinal);
                List<PendingWrite> batch = [];
                List<PendingWrite> later = [];
                foreach (var write in rest)
                {
                    var key = kind.Key == BatchKind.Upsert ? write.Write.LocalId : write.Write.Id;
                    (batch.Count < _endpoint.MaxBatch && (key is null || keys.Add(key)) ? batch : later).Add(write);
                }

                batches.Add(new WriteBatch(kind.Key, batch));
                rest = later;
            }
        }

        return batches;
    }

    // As many as the CRM takes at once are under way; none begins after one of them could not be worked with.
    private async Task<CrmException?> SendAsync(CrmFieldSet fields, List<WriteBatch> batches, CancellationToken cancellationToken)
    {
        var places = Math.Max(1, _endpoint.MaxInFlight);
        List<Task<CrmException?>> underWay = [];
        CrmException? stop = null;
        try
        {
            foreach (var batch in batches)
            {
                underWay.Add(TryAsync(fields, batch, cancellationToken));
                if (underWay.Count == places)
                {
                    stop ??= await TakeFirstAsync(underWay).ConfigureAwait(false);
                }

                if (stop is not null)
                {
                    break;
                }
            }

            while (underWay.Count > 0)
            {
                var failed = await TakeFirstAsync(underWay).ConfigureAwait(false);
                stop ??= failed;
            }

            return stop;
        }
        finally
        {
            // Nobody walks away from what is still being sent.
            await ((Task)Task.WhenAll(underWay)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<CrmException?> TakeFirstAsync(List<Task<CrmException?>> underWay)
    {
        var ended = await Task.WhenAny(underWay).ConfigureAwait(false);
        underWay.Remove(ended);
        return await ended.ConfigureAwait(false);
    }

    private async Task<CrmException?> TryAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            await SettleAsync(fields, batch, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (CrmException failed)
        {
            return failed;
        }
    }

    // Sends until each write has its result. Every round ends writes, drops fields, or halves the batch.
    private async Task SettleAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken)
    {
        var open = new Stack<WriteBatch>([batch]);
        while (open.TryPop(out var next))
        {
            _verdicts.EndEmpty(next);
            var left = next.Of(next.Writes.Where(static write => write.Result is null));
            if (left.Writes.Count == 0)
            {
                continue;
            }

            var reply = await _endpoint.SendAsync(fields, left, cancellationToken).ConfigureAwait(false);
            foreach (var again in await JudgeAsync(fields, left, reply, cancellationToken).ConfigureAwait(false))
            {
                open.Push(again);
            }
        }
    }

    private async Task<IEnumerable<WriteBatch>> JudgeAsync(
        CrmFieldSet fields, WriteBatch batch, BatchReply reply, CancellationToken cancellationToken)
    {
        if (reply.IsUnanswered)
        {
            _verdicts.EndUnanswered(batch);
            return [];
        }

        if (reply.Refusal is { } refusal && batch.Writes.Count > 1)
        {
            return _verdicts.DropForAll(batch, refusal) ? [batch] : Halves(batch);
        }

        var refusals = reply.Refusal is { } only ? new Dictionary<PendingWrite, WriteRefusal> { [batch.Writes[0]] = only } : reply.Refusals;
        var verdict = _verdicts.Judge(batch, refusals);
        if (verdict.Gone.Count > 0)
        {
            var ids = verdict.Gone.Select(static write => write.Write.Id!).ToList();
            _verdicts.EndGone(verdict.Gone, await _endpoint.ResolveAsync(fields, ids, cancellationToken).ConfigureAwait(false));
        }

        return verdict.Again.Count > 0 ? [batch.Of(verdict.Again)] : [];
    }

    // Nobody said which record is meant: it is found by halving.
    private WriteBatch[] Halves(WriteBatch batch)
    {
        _logger.BatchSplit(_connection.Name, batch.Writes.Count);
        var half = batch.Writes.Count / 2;
        return [batch.Of(batch.Writes.Skip(half)), batch.Of(batch.Writes.Take(half))];
    }
}
