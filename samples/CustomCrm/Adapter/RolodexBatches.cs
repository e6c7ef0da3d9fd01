using NodaTime;

namespace CustomCrm;

/// <summary>Takes batches of writes as Rolodex wants them. Rolodex answers in order, and writes a person whole or not at all.</summary>
internal sealed class RolodexBatches(CrmHttpClient http) : IBatchEndpoint
{
    public int MaxBatch => RolodexRules.BatchSize;

    // With a unique field for the local contact's id a create could be an upsert, which may be repeated. Rolodex has none.
    public BatchKind KindOf(CrmWrite write) => write.Kind switch
    {
        CrmWriteKind.Update => BatchKind.Update,
        CrmWriteKind.Archive => BatchKind.Archive,
        _ => BatchKind.Create,
    };

    public async Task<BatchReply> SendAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken)
    {
        var verb = batch.Kind switch { BatchKind.Create => "create", BatchKind.Update => "update", _ => "delete" };
        var request = new CrmRequest
        {
            Name = $"{verb} people",
            Method = HttpMethod.Post,
            Path = $"/people/{verb}",
            Body = RolodexWire.Write<WireWrite[]>([.. batch.Writes.Select(write => new WireWrite(write.Write.Id, Values(fields, write)))]),
            IsRepeatable = batch.Kind != BatchKind.Create,   // twice would be two people
        };
        using var response = await http.SendAsync(request, cancellationToken);
        return response switch
        {
            { IsUnanswered: true } => BatchReply.Unanswered,
            { IsSuccess: true } => Take(fields, batch, request, response),
            _ => throw http.Refused(request, response),
        };
    }

    // Rolodex never gives a person another id, so whoever is gone is gone.
    public Task<IReadOnlyDictionary<string, string>> ResolveAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    // A field that the answer leaves out is unknown; null is blank. The two are never the same: a blank may be copied over a value.
    public static void Take(CrmFieldSet fields, IReadOnlyDictionary<string, string?> values, RecordBuffer into)
    {
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            if (values.TryGetValue(fields.Fields[ordinal].Key, out var value))
            {
                into.Set(ordinal, value.AsSpan());
            }
        }
    }

    private static Dictionary<string, string?> Values(CrmFieldSet fields, PendingWrite write) => Enumerable.Range(0, fields.Count)
        .Where(write.Writes)
        .ToDictionary(ordinal => fields.Fields[ordinal].Key, ordinal => write.Write.Values.Value(ordinal) is { HasValue: true, Text: var text } ? text : null);

    private BatchReply Take(CrmFieldSet fields, WriteBatch batch, CrmRequest request, CrmResponse response)
    {
        WireResult[] answer;
        try
        {
            answer = http.Read(request, response, RolodexWire.Read<WireResult[]>);
        }
        catch (CrmException) when (batch.Kind == BatchKind.Create)
        {
            return BatchReply.Unanswered;   // a yes that nobody can read: the engine looks before it creates again
        }

        var refusals = new Dictionary<PendingWrite, WriteRefusal>();
        foreach (var (write, result) in batch.Writes.Zip(answer))
        {
            if (result.Person is { } person)
            {
                write.End(Written(fields, person));
            }
            else
            {
                refusals[write] = Refusal(result.Refused);
            }
        }

        return BatchReply.Taken(refusals);
    }

    // What the answer confirms is what Rolodex holds now, which need not be what was sent.
    private static CrmWriteResult Written(CrmFieldSet fields, WirePerson person)
    {
        var confirmed = new RecordBuffer(fields.Count);
        Take(fields, person.Values, confirmed);
        var modifiedAt = Instant.FromUnixTimeMilliseconds(person.Changed);
        return new CrmWriteResult { Outcome = CrmWriteOutcome.Written, Id = person.Id, Confirmed = confirmed, ModifiedAt = modifiedAt };
    }

    // The writer leaves these fields out and sends the rest again: one bad field costs that field. Where none is to blame, nobody is there.
    private static WriteRefusal Refusal(IReadOnlyList<WireRefusal> refused) => new()
    {
        Summary = string.Join(", ", refused.Select(static refusal => refusal.Reason).Distinct()),
        IsNotFound = refused.Count == 0,
        Fields = refused.Select(static refusal => new FieldRefusal(refusal.Field, CodeOf(refusal.Reason), $"Rolodex says: {refusal.Reason}.")).ToEquatableArray(),
        FieldsForAll = refused.Where(static refusal => CodeOf(refusal.Reason) is IssueCode.FieldMissing or IssueCode.ReadOnlyField)
            .Select(static refusal => refusal.Field).ToEquatableArray(),
    };

    private static IssueCode CodeOf(string reason) => reason switch
    {
        "no such field" => IssueCode.FieldMissing,
        "read only" => IssueCode.ReadOnlyField,
        "not a choice" => IssueCode.NotAnOption,
        _ => IssueCode.RefusedByCrm,
    };
}
