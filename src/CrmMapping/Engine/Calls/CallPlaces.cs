namespace CrmMapping;

/// <summary>Finds the records that calls belong to, by the contact's number: a linked contact before a record that is not linked.</summary>
internal sealed class CallPlaces(ConnectionScope scope)
{
    private const int MostOthers = 10;

    private readonly Dictionary<string, string> _holders = new(StringComparer.Ordinal);

    /// <summary>Gets the local contact of each number that one has: the linked one, or else the first by its id.</summary>
    public IReadOnlyDictionary<string, string> Holders => _holders;

    /// <summary>Finds the holders of numbers, E.164, and the places of some of them; one that nobody has is left out.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="toPlace">Those of them whose place is wanted, which the CRM is asked for where no contact that is linked has it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<IReadOnlyDictionary<string, CallPlace>> FindAsync(
        IReadOnlyCollection<string> numbers, IReadOnlySet<string> toPlace, CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, CallPlace>(StringComparer.Ordinal);
        await FindLinkedAsync(numbers, places, cancellationToken).ConfigureAwait(false);
        foreach (var kind in scope.Kinds)
        {
            await FindInCrmAsync(kind, [.. toPlace.Where(number => !places.ContainsKey(number))], places, cancellationToken).ConfigureAwait(false);
        }

        return places;
    }

    private static HashSet<MatchKey> Keys(IEnumerable<string> numbers) => [.. numbers.Select(static number => new MatchKey(MatchKeyKind.Phone, number))];

    private async Task FindLinkedAsync(
        IReadOnlyCollection<string> numbers, Dictionary<string, CallPlace> places, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
        {
            return;
        }

        var contacts = await scope.Local.FindAsync(scope.Connection.Tenant, Keys(numbers), cancellationToken).ConfigureAwait(false);
        var holders = contacts.Select(contact => (Number: NumberOf(contact), contact.Id))
            .Where(static holder => holder.Number is not null)
            .ToLookup(static holder => holder.Number!, static holder => holder.Id);
        var links = await LinksAsync(SyncSide.Local, scope, [.. contacts.Select(static contact => contact.Id)], cancellationToken).ConfigureAwait(false);
        foreach (var number in numbers)
        {
            var linked = links.Where(link => holders[number].Contains(link.LocalId))
                .OrderBy(link => TypeOrder(link.RecordType)).ThenBy(static link => link.LocalId, StringComparer.Ordinal).ToList();
            if (holders[number].Order(StringComparer.Ordinal).FirstOrDefault() is { } holder)
            {
                _holders[number] = holder;
            }

            if (linked is [var first, ..])
            {
                _holders[number] = first.LocalId;
                places[number] = new CallPlace(
                    first.RecordType, first.CrmId, first.LocalId, Others(holders[number].Where(id => id != first.LocalId), SyncSide.Local));
            }
        }
    }

    private async Task FindInCrmAsync(
        ConnectionScope kind, IReadOnlyCollection<string> numbers, Dictionary<string, CallPlace> places, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0 || kind.Map.PhoneOrdinal < 0)
        {
            return;
        }

        using var page = await kind.Session.FindAsync(kind.Map.CrmFields, Keys(numbers), cancellationToken).ConfigureAwait(false);
        var records = page.Where(static record => record is { IsArchived: false, ConvertedInto: null })
            .Select(record => (Number: MatchKeys.PhoneOf(record.Values, SyncSide.Crm, kind.Context), record.Id, record.CreatedAt))
            .DistinctBy(static record => record.Id)
            .ToLookup(static record => record.Number, StringComparer.Ordinal);
        var links = await LinksAsync(SyncSide.Crm, kind, [.. records.SelectMany(static same => same).Select(static record => record.Id)], cancellationToken)
            .ConfigureAwait(false);
        var linked = links.ToDictionary(static link => link.CrmId, static link => link.LocalId, StringComparer.Ordinal);
        foreach (var number in numbers.Where(records.Contains))
        {
            var ids = records[number].OrderBy(record => !linked.ContainsKey(record.Id)).ThenBy(static record => record.CreatedAt is null)
                .ThenBy(static record => record.CreatedAt).ThenBy(static record => record.Id, StringComparer.Ordinal)
                .Select(static record => record.Id).ToList();
            places[number] = new CallPlace(
                kind.RecordType, ids[0], linked.GetValueOrDefault(ids[0]), Others(ids.Skip(1), SyncSide.Crm));
        }
    }

    private static EquatableArray<string> Others(IEnumerable<string> ids, SyncSide side) =>
        ids.Order(StringComparer.Ordinal).Take(MostOthers).Select(id => ContactName.Of(side, id)).ToEquatableArray();

    private string? NumberOf(LocalRecord contact)
    {
        var values = new RecordBuffer(scope.Map.Count);
        scope.Map.Access.Read(contact.Contact, values);
        return MatchKeys.PhoneOf(values, SyncSide.Local, scope.Context);
    }

    private int TypeOrder(RecordType type) => scope.Kinds.TakeWhile(kind => kind.RecordType != type).Count();

    private async Task<List<ContactLink>> LinksAsync(
        SyncSide side, ConnectionScope kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var links = await scope.Store
            .ReadLinksAsync(scope.Connection.Name, side, kind.RecordType, ids, cancellationToken).ConfigureAwait(false);
        return [.. links.Where(link => !link.IsTombstone && scope.Find(link.RecordType) is not null)];
    }
}
