namespace CrmMapping;

/// <summary>Follows leads that were converted: the link moves to the contact that the lead became. A converted lead that is not linked stands for nobody.</summary>
internal sealed class ConversionFollower(ConnectionScope scope)
{
    public async Task FollowAsync(Batch batch, CancellationToken cancellationToken)
    {
        var converted = batch.All.Where(static p => p is { State: PairState.Open, ConvertedInto: not null }).ToList();
        foreach (var stranger in converted.Where(static p => p.Link is null))
        {
            stranger.State = PairState.Skipped;
        }

        var linked = converted.FindAll(static p => p is { Link: not null, Local: not null, IsErased: false });
        if (linked.Count == 0)
        {
            return;
        }

        if (scope.Find(RecordType.Contact) is { } contacts)
        {
            await MoveAsync(batch, linked, contacts, cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var pair in linked)
        {
            (pair.State, pair.CrmIsGone) = (PairState.Ended, false);
            pair.Issues.Add(EngineMessages.LeadConverted(pair.ConvertedInto!));
        }
    }

    private async Task MoveAsync(Batch batch, List<Pair> leads, ConnectionScope contacts, CancellationToken cancellationToken)
    {
        var before = scope.Find(RecordType.Lead)!;
        await new IntentRecall(before).RecallAsync(batch, leads, cancellationToken).ConfigureAwait(false);
        var ids = leads.Select(static p => p.ConvertedInto!).Distinct(StringComparer.Ordinal).ToList();
        var page = batch.Own(await contacts.Session
            .ReadAsync(contacts.Map.CrmFields, ids, cancellationToken).ConfigureAwait(false));
        var records = page.ToDictionary(static r => r.RequestedId, StringComparer.Ordinal);
        var links = await contacts.Store.ReadLinksAsync(
            contacts.Connection.Name, SyncSide.Crm, RecordType.Contact, [.. page.Select(static r => r.Id).Distinct(StringComparer.Ordinal)], cancellationToken)
            .ConfigureAwait(false);
        var holders = links.Where(static l => !l.IsTombstone).ToDictionary(static l => l.CrmId, static l => l.LocalId, StringComparer.Ordinal);
        foreach (var lead in leads)
        {
            switch (records.GetValueOrDefault(lead.ConvertedInto!))
            {
                case null:
                    (lead.Missing, lead.CrmIsGone) = (SyncSide.Crm, false);
                    break;
                case { IsArchived: true }:
                    lead.CrmIsGone = true;
                    break;
                case var contact when holders.TryAdd(contact.Id, lead.LocalId!):
                    LinkHandover.Give(batch, lead, before, Contact(batch, contact), contacts, PlanReason.Converted);
                    break;
                case var contact:
                    lead.State = PairState.Undecided;
                    lead.Others.Add(holders[contact.Id]);
                    lead.Issues.Add(EngineMessages.ConvertedIntoClaimed(contact.Id, holders[contact.Id]));
                    break;
            }
        }
    }

    // The contact may have come by itself, as a record that nobody knows.
    private static Pair Contact(Batch batch, CrmRecord record)
    {
        var part = batch.Of(RecordType.Contact);
        var pair = part.Pairs.Find(p => p.Link is null && p.CrmId == record.Id);
        if (pair is null)
        {
            part.Add(pair = new Pair { CrmId = record.Id });
        }

        (pair.State, pair.CrmValues, pair.CrmModifiedAt) = (PairState.Open, record.Values, record.ModifiedAt);
        return pair;
    }
}
