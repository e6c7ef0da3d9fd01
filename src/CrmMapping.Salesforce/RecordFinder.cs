namespace CrmMapping.Salesforce;

/// <summary>Finds records by e-mail address and phone number.</summary>
/// <remarks>
/// Phone fields hold free text: <c>(415) 555-0123</c>, <c>+1 415.555.0123 x9</c>. Every shape of a number holds the digits of its national
/// number in order, so that is asked for. A search index would be faster and does not know of what was saved a moment ago.
/// </remarks>
internal sealed class RecordFinder(RecordsApi api)
{
    // What an address holds beside the conditions: the names that are selected may need as much again.
    private const int MaxConditions = 6000;

    private readonly SeveralQueries _queries = new(api);

    public async Task FindAsync(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, CrmPage page, CancellationToken cancellationToken)
    {
        var known = await api.Schema.FindAsync(fields.RecordType, cancellationToken).ConfigureAwait(false);
        var conditions = Conditions(fields, keys, known);
        using var found = CrmPage.Rent();
        var queries = Fit(conditions).Select(part => new RecordQuery
        {
            Where = RecordQuery.All($"({string.Join(" OR ", part)})", ObjectNames.Alive(fields.RecordType)),
        });
        await _queries.RunAsync(fields, queries, found, new Dictionary<string, string>(), cancellationToken).ConfigureAwait(false);

        foreach (var record in found.DistinctBy(static record => record.Id))
        {
            RecordCopies.Append(page, record);
        }
    }

    private static IEnumerable<string> Conditions(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, ObjectSchema known)
    {
        var emails = Names(fields, known, FieldType.Email);
        var phones = Names(fields, known, FieldType.Phone);
        foreach (var key in keys)
        {
            var national = key.Kind == MatchKeyKind.Phone ? CallingCodes.NationalNumber(key.Value) : "";
            var conditions = key.Kind == MatchKeyKind.Email
                ? emails.Select(name => $"{name} = {Soql.Literal(key.Value)}")
                : phones.Where(_ => national.Length > 0).Select(name => Soql.HoldsDigits(name, national));
            foreach (var condition in conditions)
            {
                yield return condition;
            }
        }
    }

    private static List<string> Names(CrmFieldSet fields, ObjectSchema known, FieldType type) =>
        [.. fields.Fields.Where(field => field.Type == type && known.Find(field.Key) is { Filterable: not false }).Select(static field => field.Key)];

    private static IEnumerable<IReadOnlyList<string>> Fit(IEnumerable<string> conditions)
    {
        List<string> part = [];
        var used = 0;
        foreach (var condition in conditions)
        {
            var length = Uri.EscapeDataString(condition).Length + 8;
            if (part.Count > 0 && used + length > MaxConditions)
            {
                yield return part;
                (part, used) = ([], 0);
            }

            part.Add(condition);
            used += length;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }
}
