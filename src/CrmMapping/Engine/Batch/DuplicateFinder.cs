namespace CrmMapping;

/// <summary>Leaves records out whose phone number a record of the kind that goes first has, too: they stand for nobody.</summary>
internal sealed class DuplicateFinder(ConnectionScope scope)
{
    public async Task LeaveOutAsync(Batch batch, CancellationToken cancellationToken)
    {
        foreach (var kind in scope.Kinds.Skip(1))
        {
            var strangers = batch.Of(kind.RecordType).Open
                .Where(static p => p is { Link: null, Local: null, CrmValues: not null, CrmIsGone: false })
                .Select(p => (Pair: p, PhoneOf(kind, p.CrmId!, p.CrmValues!).Phone))
                .Where(static s => s.Phone is not null)
                .ToList();
            if (strangers.Count > 0)
            {
                await LeaveOutAsync(batch, strangers, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Says of a record that another one goes first.</summary>
    public static void Ignore(Pair pair, string firstId, RecordType firstKind)
    {
        pair.State = PairState.Undecided;
        pair.Others.Add(ContactName.Of(SyncSide.Crm, firstId));
        pair.Issues.Add(EngineMessages.DuplicateIgnored(firstId, firstKind));
    }

    private static MatchCandidate PhoneOf(ConnectionScope kind, string id, RecordBuffer values) =>
        MatchKeys.Of(id, values, SyncSide.Crm, kind.Context);

    private async Task LeaveOutAsync(Batch batch, List<(Pair Pair, string? Phone)> strangers, CancellationToken cancellationToken)
    {
        var first = scope.First;
        var keys = strangers.Select(static s => new MatchKey(MatchKeyKind.Phone, s.Phone!)).ToHashSet();
        var page = batch.Own(await first.Session.FindAsync(first.Map.CrmFields, keys, cancellationToken).ConfigureAwait(false));

        // A search may not know yet of what was just read.
        var known = batch.Of(first.RecordType).Pairs
            .Where(static p => p is { CrmId: not null, CrmValues: not null, CrmIsGone: false, ConvertedInto: null })
            .Select(static p => (Id: p.CrmId!, Values: p.CrmValues!));
        var holders = page.Where(static r => r is { IsArchived: false, ConvertedInto: null }).Select(static r => (r.Id, r.Values)).Concat(known)
            .Select(r => PhoneOf(first, r.Id, r.Values))
            .Where(static r => r.Phone is not null)
            .ToLookup(static r => r.Phone, static r => r.Id, StringComparer.Ordinal);
        foreach (var (pair, phone) in strangers.Where(s => holders.Contains(s.Phone)))
        {
            Ignore(pair, holders[phone].Order(StringComparer.Ordinal).First(), first.RecordType);
        }
    }
}
