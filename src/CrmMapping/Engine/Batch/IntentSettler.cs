using NodaTime;

namespace CrmMapping;

/// <summary>Finds out what became of creates that were sent to the CRM and never answered.</summary>
internal sealed class IntentSettler(ConnectionScope scope)
{
    // Two machines' clocks differ; values are compared anyway.
    private static readonly Duration ClockSkew = Duration.FromMinutes(10);

    public async Task SettleAsync(Batch batch, CancellationToken cancellationToken)
    {
        var unlinked = batch.Open.Where(static p => p is { Link: null, CrmIsGone: false, LocalIsGone: false }).ToList();
        var intents = unlinked.Count == 0
            ? []
            : await scope.Store.ReadIntentsAsync(scope.Connection.Name, null, cancellationToken).ConfigureAwait(false);
        if (intents.Count == 0)
        {
            return;
        }

        var waiting = unlinked
            .Where(static p => p is { LocalId: not null, CrmValues: null })
            .Select(p => (Pair: p, Intent: intents.FirstOrDefault(i => i.Contact == p.LocalId && i.RecordType == scope.RecordType)))
            .Where(static p => p.Intent is not null)
            .Select(static p => (p.Pair, p.Intent!))
            .ToList();
        if (waiting.Count > 0)
        {
            await LookUpAsync(batch, waiting, cancellationToken).ConfigureAwait(false);
        }

        foreach (var pair in unlinked.Where(static p => p is { CrmValues: not null, Local: null }))
        {
            await RecogniseAsync(batch, pair, intents, cancellationToken).ConfigureAwait(false);
        }
    }

    // A record that turns up and holds just what an unanswered create was to write is that create.
    private async Task RecogniseAsync(
        Batch batch, Pair pair, IReadOnlyList<WriteIntent> intents, CancellationToken cancellationToken)
    {
        foreach (var intent in intents.Where(i => i.RecordType == scope.RecordType))
        {
            if (IsFree(intent, batch) && await IsMadeByAsync(pair.CrmValues!, intent, batch, cancellationToken).ConfigureAwait(false))
            {
                await JoinAsync(batch, pair, intent, cancellationToken).ConfigureAwait(false);
                return;
            }
        }
    }

    private static bool IsFree(WriteIntent intent, Batch batch) => !batch.All.Any(p => p.Intents.Contains(intent.Contact));

    private async Task JoinAsync(Batch batch, Pair pair, WriteIntent intent, CancellationToken cancellationToken)
    {
        var locals = await scope.Local
            .ReadAsync(scope.Connection.Tenant, [intent.Contact], cancellationToken).ConfigureAwait(false);
        if (locals is [var local])
        {
            pair.TakeOver(batch, other => other.LocalId == local.Id);
            (pair.LocalId, pair.Local, pair.LocalValues) = (local.Id, local, scope.ReadLocal(local, batch));
            pair.Intents.Add(intent.Contact);
        }
    }

    private async Task LookUpAsync(
        Batch batch, List<(Pair Pair, WriteIntent Intent)> waiting, CancellationToken cancellationToken)
    {
        var since = waiting.Min(static w => w.Intent.At) - ClockSkew;
        var page = batch.Own(await scope.Session
            .ReadCreatedAsync(scope.Map.CrmFields, since, cancellationToken).ConfigureAwait(false));
        var links = await scope.Store.ReadLinksAsync(
            scope.Connection.Name, SyncSide.Crm, scope.RecordType, [.. page.Select(static r => r.Id).Distinct()], cancellationToken)
            .ConfigureAwait(false);
        var taken = links.Where(static l => !l.IsTombstone).Select(static l => l.CrmId).ToHashSet(StringComparer.Ordinal);
        var free = page.Where(r => !r.IsArchived && !taken.Contains(r.Id)).DistinctBy(static r => r.Id).ToList();
        foreach (var (pair, intent) in waiting)
        {
            pair.Intents.Add(intent.Contact);
            if (await FindAsync(free, intent, batch, cancellationToken).ConfigureAwait(false) is { } record)
            {
                free.Remove(record);
                pair.TakeOver(batch, other => other.CrmId == record.Id);
                (pair.CrmId, pair.CrmValues, pair.CrmModifiedAt) = (record.Id, record.Values, record.ModifiedAt);
            }
            else if (scope.Now < intent.At + scope.Traits.SearchLag)
            {
                pair.State = PairState.Retry;
                pair.RetryAt = intent.At + scope.Traits.SearchLag;
            }
        }
    }

    private async Task<CrmRecord?> FindAsync(
        List<CrmRecord> free, WriteIntent intent, Batch batch, CancellationToken cancellationToken)
    {
        foreach (var record in free)
        {
            if (await IsMadeByAsync(record.Values, intent, batch, cancellationToken).ConfigureAwait(false))
            {
                return record;
            }
        }

        return null;
    }

    private async Task<bool> IsMadeByAsync(RecordBuffer crm, WriteIntent intent, Batch batch, CancellationToken cancellationToken) =>
        (await scope.Bases.RecallAsync(intent, batch, cancellationToken).ConfigureAwait(false)).AreAllInCrm(crm, scope.Context);
}
