namespace CrmMapping;

/// <summary>Gives the members of a list of the CRM.</summary>
internal sealed class ListSource(ConnectionScope scope, IReadsLists lists, string listId) : IBatchSource
{
    private const string Mark = "after:";

    public async Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken)
    {
        var total = cursor is null ? await SizeAsync(cancellationToken).ConfigureAwait(false) : null;
        var members = await lists.ReadMembersAsync(listId, cursor?[Mark.Length..], cancellationToken).ConfigureAwait(false);
        if (members.Ids.Count > 0 && scope.Find(members.RecordType) is { } kind)
        {
            // Who is on the list and gone from the account is no delete that was told of: such a record is left out.
            var part = batch.Of(members.RecordType);
            part.AddCrmRecords(batch.Own(await scope.Session
                .ReadAsync(kind.Map.CrmFields, [.. members.Ids.Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false)));
            part.Pairs.RemoveAll(static pair => pair.CrmIsGone);

            // Of two members with one number the first counts, in whatever order they were read.
            var places = members.Ids.Distinct(StringComparer.Ordinal).Index().ToDictionary(static p => p.Item, static p => p.Index, StringComparer.Ordinal);
            part.Pairs.Sort((one, other) => Place(one).CompareTo(Place(other)));

            int Place(Pair pair) => places.GetValueOrDefault(pair.CrmId!, int.MaxValue);
        }

        return new SourceStep(members.Next is { } next ? Mark + next : null, total);
    }

    private async Task<long?> SizeAsync(CancellationToken cancellationToken)
    {
        var known = await lists.ReadListsAsync(cancellationToken).ConfigureAwait(false);
        return known.FirstOrDefault(list => list.Id == listId)?.Size;
    }
}
