using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Makes the request of a batch: the records to write, and in the same request what the org holds of them afterwards.</summary>
internal sealed class WriteRequests(SalesforceOptions options)
{
    /// <summary>The name of the part that writes.</summary>
    public const string Written = "written";

    /// <summary>The name of the part that reads back.</summary>
    public const string Held = "held";

    public static CrmRequest Delete(string type, IEnumerable<PendingWrite> writes) => new()
    {
        Name = $"delete {type}", Method = HttpMethod.Delete, Path = SalesforcePaths.Delete(writes.Select(static write => write.Write.Id!)),
    };

    /// <summary>Gives the name of the part that writes one record by itself.</summary>
    public static string WrittenOf(int place) => $"{Written}{place}";

    /// <summary>Makes the request of updates that carry a condition, which Salesforce takes of one record alone.</summary>
    public CrmRequest WriteUnlessChanged(CrmFieldSet fields, ObjectSchema known, IReadOnlyList<PendingWrite> writes, RequestBody body)
    {
        var type = ObjectNames.Of(fields.RecordType);
        using (var parts = new CompositeBody(body))
        {
            for (var place = 0; place < writes.Count; place++)
            {
                var write = writes[place];
                parts.Add(
                    WrittenOf(place), HttpMethod.Patch, SalesforcePaths.Record(type, write.Write.Id!),
                    json => RecordBodies.WriteOne(json, fields, known, write),
                    [.. Headers(), new("If-Unmodified-Since", WireTime.ToHeader(write.Write.UnlessChangedSince!.Value))]);
            }

            AddHeld(parts, fields, known, writes);
        }

        // Sent twice, it would meet its own first time as somebody's change.
        return new CrmRequest
        {
            Name = $"update {type}", Method = HttpMethod.Post, Path = SalesforcePaths.Composite, Body = body.Written, IsRepeatable = false,
        };
    }

    public CrmRequest Write(CrmFieldSet fields, ObjectSchema known, BatchKind kind, IReadOnlyList<PendingWrite> writes, RequestBody body)
    {
        var type = ObjectNames.Of(fields.RecordType);
        var key = kind == BatchKind.Upsert ? options.ExternalIdField : null;
        var (word, method, path) = kind switch
        {
            BatchKind.Create => ("create", HttpMethod.Post, SalesforcePaths.Collections),
            BatchKind.Upsert => ("upsert", HttpMethod.Patch, SalesforcePaths.UpsertOf(type, key!)),
            _ => ("update", HttpMethod.Patch, SalesforcePaths.Collections),
        };
        using (var parts = new CompositeBody(body))
        {
            parts.Add(Written, method, path, json => RecordBodies.Write(json, fields, known, writes, key), Headers());
            AddHeld(parts, fields, known, writes);
        }

        return new CrmRequest
        {
            Name = $"{word} {type}", Method = HttpMethod.Post, Path = SalesforcePaths.Composite, Body = body.Written, IsRepeatable = kind != BatchKind.Create,
        };
    }

    private static void AddHeld(CompositeBody parts, CrmFieldSet fields, ObjectSchema known, IReadOnlyList<PendingWrite> writes) => parts.Add(
        Held, HttpMethod.Post, SalesforcePaths.CollectionOf(ObjectNames.Of(fields.RecordType)),
        json => RecordBodies.Read(json, writes.Select(Id), [ObjectNames.Id, ObjectNames.Modified, .. Names(fields, known, writes)]));

    // The id of a record that is still to be made is that of its place in the answer before.
    private static string Id(PendingWrite write, int place) => write.Write.Id ?? $"@{{{Written}[{place}].id}}";

    private static IEnumerable<string> Names(CrmFieldSet fields, ObjectSchema known, IReadOnlyList<PendingWrite> writes) =>
        Enumerable.Range(0, fields.Count)
            .Where(ordinal => writes.Any(write => write.Writes(ordinal)))
            .Select(ordinal => RecordsApi.Names.Of(fields).Keys[ordinal])
            .Where(known.Has);

    // Without the first, the org's assignment rules would take the owner away from the one that is written.
    private KeyValuePair<string, string>[] Headers() =>
    [
        new("Sforce-Auto-Assign", "FALSE"),
        new("Sforce-Duplicate-Rule-Header", $"allowSave={(options.SavesDuplicates ? "true" : "false")}; includeRecordDetails=false; runAsCurrentUser=true"),
    ];
}
