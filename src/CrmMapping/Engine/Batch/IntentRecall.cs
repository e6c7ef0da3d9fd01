namespace CrmMapping;

/// <summary>Recalls what was about to be written for a batch's contacts when the work on them was cut off.</summary>
internal sealed class IntentRecall(ConnectionScope scope)
{
    public async Task RecallAsync(Batch batch, IEnumerable<Pair> contacts, CancellationToken cancellationToken)
    {
        var pairs = new Dictionary<string, Pair>(StringComparer.Ordinal);
        foreach (var pair in contacts)
        {
            foreach (var name in NamesOf(pair))
            {
                pairs[name] = pair;
            }
        }

        if (pairs.Count == 0)
        {
            return;
        }

        var intents = await scope.Store.ReadIntentsAsync(scope.Connection.Name, pairs.Keys, cancellationToken).ConfigureAwait(false);
        foreach (var intent in intents.Where(i => i.RecordType == scope.RecordType))
        {
            await RecallAsync(batch, pairs[intent.Contact], intent, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes what was done of an intent the base of a pair.</summary>
    public async Task AdoptAsync(Batch batch, Pair pair, WriteIntent intent, CancellationToken cancellationToken)
    {
        var done = await scope.Bases.RecallAsync(intent, batch, cancellationToken).ConfigureAwait(false);
        pair.AgreedLocal ??= batch.Buffer(scope.Map.Count);
        pair.AgreedCrm ??= batch.Buffer(scope.Map.Count);
        done.AdoptInto(pair.AgreedLocal, pair.AgreedCrm, pair.LocalValues!, pair.CrmValues!, scope.Context);
        pair.IsRecalled = true;
    }

    private static IEnumerable<string> NamesOf(Pair pair) => pair.Link is null ? pair.Names : [pair.LocalId!];

    private async Task RecallAsync(Batch batch, Pair pair, WriteIntent intent, CancellationToken cancellationToken)
    {
        if (!pair.Intents.Contains(intent.Contact))
        {
            pair.Intents.Add(intent.Contact);
        }

        var isOfOthers = pair.Link is null && intent.CrmId is { } crmId && crmId != pair.CrmId;
        if (pair is { LocalValues: not null, CrmValues: not null, LocalIsGone: false, CrmIsGone: false } && !isOfOthers)
        {
            await AdoptAsync(batch, pair, intent, cancellationToken).ConfigureAwait(false);
        }
        else if (pair is { Local: null, CrmValues: not null } && intent.Creates == SyncSide.Local)
        {
            pair.Birth = intent;
        }
    }
}
