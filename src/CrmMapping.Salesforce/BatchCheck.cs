using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Finds what a batch holds that Salesforce would refuse as a whole record, before it is sent.</summary>
internal static class BatchCheck
{
    /// <summary>Gives the object as it is known; as it is now where that would refuse a value.</summary>
    public static async Task<ObjectSchema> DescribeAsync(OrgSchema schema, CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken)
    {
        var known = await schema.FindWriteableAsync(fields.RecordType, batch.Kind, cancellationToken).ConfigureAwait(false);
        return Unfit(fields, batch, known).Count == 0 ? known : await schema.ReadAsync(fields.RecordType, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds what stands against the whole batch.</summary>
    /// <returns>The reply; null when nothing does.</returns>
    public static BatchReply? Find(CrmFieldSet fields, WriteBatch batch, ObjectSchema known, string? externalId)
    {
        if (batch.Kind == BatchKind.Upsert && !known.MayBeKey(externalId!))
        {
            batch.EndAll(
                CrmWriteOutcome.Failed,
                $"The object has no external id field '{externalId}', as UseExternalId wants. Create it as external id and unique, or leave UseExternalId out.");
            return BatchReply.Taken(new Dictionary<PendingWrite, WriteRefusal>());
        }

        var refused = batch.Kind == BatchKind.Archive ? [] : Unwriteable(fields, batch, known);
        return refused.Count == 0 ? null : BatchReply.Refused(new WriteRefusal
        {
            Summary = "fields that cannot be written",
            Fields = [.. refused],
            FieldsForAll = [.. refused.Select(static field => field.Field)],
        });
    }

    /// <summary>Finds the writes with a value that the field cannot hold: one of these would fail the whole request.</summary>
    public static Dictionary<PendingWrite, WriteRefusal> Unfit(CrmFieldSet fields, WriteBatch batch, ObjectSchema known) =>
        batch.Kind == BatchKind.Archive ? [] : batch.Writes
            .Select(write => (Write: write, Fields: ValueCheck.Find(fields, write, known)))
            .Where(static found => found.Fields.Count > 0)
            .ToDictionary(static found => found.Write, static found => new WriteRefusal { Summary = "values that fit no field", Fields = [.. found.Fields] });

    // One field of this kind would fail its whole record.
    private static List<FieldRefusal> Unwriteable(CrmFieldSet fields, WriteBatch batch, ObjectSchema known)
    {
        var isCreate = batch.Kind != BatchKind.Update;
        List<FieldRefusal> refused = [];
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            var key = fields.Fields[ordinal].Key;
            if (batch.Writes.Any(write => write.Writes(ordinal) && !(isCreate && write.Write.Values.IsBlank(ordinal))) && Refuse(key, known, isCreate) is { } refusal)
            {
                refused.Add(refusal);
            }
        }

        return refused;
    }

    private static FieldRefusal? Refuse(string key, ObjectSchema known, bool isCreate)
    {
        if (!known.Has(key))
        {
            return new FieldRefusal(key, IssueCode.FieldMissing, "Salesforce has no such field, or hides it from the user.");
        }

        var written = AddressCodes.Find(key, known)?.Name ?? key;
        return known.Takes(written, isCreate) ? null : new FieldRefusal(
            key, IssueCode.ReadOnlyField,
            known.Takes(written, !isCreate)
                ? $"Salesforce takes the field only when a record is {(isCreate ? "changed" : "created")}."
                : "Salesforce does not let the user write the field.");
    }
}
