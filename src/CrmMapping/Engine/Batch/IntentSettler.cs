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
        var intents = batch.Open.All(static p => p.Link is not null)
            ? []
            : await scope.Store.ReadIntentsAsync(scope.Connection.Name, cancellationToken).ConfigureAwait(false);
        if (intents.Count == 0)
        {
            return;
        }

        // Whoever is gone waits for nothing any more.
        batch.SettledIntents.AddRange(batch.Open
            .Where(static p => p is { Link: null, LocalIsGone: true })
            .Select(static p => p.LocalId!)
            .Where(id => intents.Any(i => i.LocalId == id)));
        var waiting = unlinked
            .Where(static p => p is { LocalId: not null, CrmValues: null })
            .Select(p => (Pair: p, Intent: intents.FirstOrDefault(i => i.LocalId == p.LocalId)))
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
        Batch batch, Pair pair, IReadOnlyList<CreateIntent> intents, CancellationToken cancellationToken)
    {
        var intent = intents.FirstOrDefault(i => !batch.SettledIntents.Contains(i.LocalId) && Holds(pair.CrmValues!, i, batch));
        if (intent is null)
        {
            return;
        }

        var locals = await scope.Local
            .ReadAsync(scope.Connection.Tenant, [intent.LocalId], cancellationToken).ConfigureAwait(false);
        if (locals is [var local])
        {
            foreach (var other in batch.Pairs.Where(p => p.LocalId == local.Id).ToList())
            {
                pair.Notices.AddRange(other.Notices);
                batch.Pairs.Remove(other);
            }

            (pair.LocalId, pair.Local, pair.LocalValues) = (local.Id, local, scope.ReadLocal(local, batch));
        }

        batch.SettledIntents.Add(intent.LocalId);
    }

    private async Task LookUpAsync(
        Batch batch, List<(Pair Pair, CreateIntent Intent)> waiting, CancellationToken cancellationToken)
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
            if (free.Find(r => Holds(r.Values, intent, batch)) is { } record)
            {
                free.Remove(record);
                batch.Pairs.RemoveAll(p => p != pair && p.CrmId == record.Id);
                (pair.CrmId, pair.CrmValues, pair.CrmModifiedAt) = (record.Id, record.Values, record.ModifiedAt);
                batch.SettledIntents.Add(intent.LocalId);
            }
            else if (scope.Now < intent.At + scope.Traits.SearchLag)
            {
                pair.State = PairState.Retry;
                pair.RetryAt = intent.At + scope.Traits.SearchLag;
            }
            else
            {
                batch.SettledIntents.Add(intent.LocalId);
            }
        }
    }

    private bool Holds(RecordBuffer crm, CreateIntent intent, Batch batch)
    {
        if (intent.LayoutId != scope.Map.LayoutId)
        {
            return false;
        }

        var sent = batch.Buffer(0);
        sent.Load(intent.Values.Span);
        for (var ordinal = 0; ordinal < scope.Map.Count; ordinal++)
        {
            if (!sent.IsUnknown(ordinal)
                && SyncPlanner.Canonical(crm, ordinal, scope.Map[ordinal].Crm.Type, scope.Context) != sent.Value(ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
