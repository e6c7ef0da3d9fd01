using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Finds records by e-mail address and phone number.</summary>
/// <remarks>
/// Phone fields hold free text: <c>(415) 555-0123</c>, <c>+1 415.555.0123 x9</c>. Every shape of a number holds the digits of its national
/// number in order, so that is asked for. A search index would be faster and does not know of what was saved a moment ago. Where reading all
/// records takes fewer requests than asking for so many keys, they are read.
/// </remarks>
internal sealed class RecordFinder(RecordsApi api, OrgSize size)
{
    // The names that are selected may need as much again. More would save requests; but where there are millions of records, a query that
    // compares each of them with more than some eighty numbers may not end in time.
    private const int MaxConditions = 6000;

    // What stands between two values or conditions, in an address.
    private const int Between = 9;

    // As many records as a backfill takes at once: a host holds them all in memory.
    private const int MostPages = 5;

    private readonly SeveralQueries _queries = new(api);
    private readonly ReadThrough _all = new(api, size);

    public async Task FindAsync(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, CrmPage page, CancellationToken cancellationToken)
    {
        var known = await api.Schema.FindAsync(fields.RecordType, cancellationToken).ConfigureAwait(false);
        var queries = Fit(Conditions(fields, keys, known)).Select(part => new RecordQuery
        {
            Where = RecordQuery.All($"({string.Join(" OR ", part)})", ObjectNames.Alive(fields.RecordType)),
        }).ToList();
        var fewer = Math.Min(MostPages, SeveralQueries.RequestsOf(queries.Count) - 1);
        using var found = CrmPage.Rent();
        if (!await _all.FindAsync(fields, new WantedKeys(keys), fewer, found, cancellationToken).ConfigureAwait(false))
        {
            await _queries.RunAsync(fields, queries, found, new Dictionary<string, string>(), cancellationToken).ConfigureAwait(false);
        }

        foreach (var record in found.DistinctBy(static record => record.Id))
        {
            RecordCopies.Append(page, record);
        }
    }

    private static IEnumerable<string> Conditions(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, ObjectSchema known)
    {
        var addresses = keys.Where(static key => key.Kind == MatchKeyKind.Email).Select(static key => key.Value).ToList();
        var numbers = keys.Where(static key => key.Kind == MatchKeyKind.Phone).Select(static key => CallingCodes.NationalNumber(key.Value))
            .Where(static national => national.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return Names(fields, known, FieldType.Email).SelectMany(name => Fit(addresses).Select(some => Soql.In(name, some)))
            .Concat(Names(fields, known, FieldType.Phone).SelectMany(name => numbers.Select(national => Soql.HoldsDigits(name, national))));
    }

    private static IEnumerable<string> Names(CrmFieldSet fields, ObjectSchema known, FieldType type) =>
        fields.Fields.Where(field => field.Type == type && known.Find(field.Key) is { Filterable: not false }).Select(static field => field.Key);

    private static IEnumerable<IReadOnlyList<string>> Fit(IEnumerable<string> texts)
    {
        List<string> part = [];
        var used = 0;
        foreach (var text in texts)
        {
            var length = Uri.EscapeDataString(text).Length + Between;
            if (part.Count > 0 && used + length > MaxConditions)
            {
                yield return part;
                (part, used) = ([], 0);
            }

            part.Add(text);
            used += length;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }
}
