using System.Text.Json;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves up to 200 records in one call: answers in the order of the request, one by one.</summary>
internal static class CollectionEndpoints
{
    private const int MostReadByUrl = 800;
    private const int MostRead = 2_000;

    public static void Create(SalesforceCall call) => Write(call, static (batch, record) =>
    {
        var table = batch.TableOf(record);
        return (batch.Org.Editor.Create(table, new RecordInput(batch.Org, table.Type, isCreate: true).Read(record), batch.Writer).Id, null);
    });

    public static void Update(SalesforceCall call) => Write(call, static (batch, record) =>
    {
        var table = batch.TableOf(record);
        var found = batch.Once(SObjectFinder.ById(batch.Org, table, Id(record) ?? throw Missing("Id not specified in an update call")));
        batch.Org.Editor.Update(found, new RecordInput(batch.Org, table.Type, isCreate: false).Read(record, idAllowed: true), batch.Writer);
        return (found.Id, null);
    });

    public static void Upsert(SalesforceCall call)
    {
        var table = SObjectFinder.Table(call, call.Rest[2]);
        var key = SObjectFinder.Key(table.Type, call.Rest[3]);
        Write(call, (batch, record) => Upsert(batch, table, key, record));
    }

    public static void Delete(SalesforceCall call)
    {
        var ids = (call.Asked("ids") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var batch = new RecordBatch(call, string.Equals(call.Asked("allOrNone"), "true", StringComparison.OrdinalIgnoreCase), ids.Length);
        batch.Run(ids, (one, id) =>
        {
            var table = SalesforceId.TryRead(id, out var whole) ? one.Org.TableOf(whole) : null;
            var record = one.Once(SObjectFinder.ById(one.Org, table ?? throw SalesforceProblem.Bad("MALFORMED_ID", $"malformed id {id}"), id));
            one.Org.Editor.Delete(record, one.Writer);
            return (record.Id, null);
        });
    }

    /// <summary>Reads records; one that is not there leaves a null in its place.</summary>
    public static void Read(SalesforceCall call)
    {
        var table = SObjectFinder.Table(call, call.Rest[2]);
        var isPost = call.Method is "POST";
        var ids = isPost ? call.ReadObject().TextList("ids") : call.Asked("ids")?.Split(',');
        var fields = isPost ? call.ReadObject().TextList("fields") : call.Asked("fields")?.Split(',');
        if (ids is null || fields is null)
            throw SalesforceProblem.Bad("MISSING_ARGUMENT", "Give ids and fields.");
        if (ids.Count > (isPost ? MostRead : MostReadByUrl))
            throw SalesforceProblem.Bad("EXCEEDED_MAX_SIZE_REQUEST", $"cannot read more than {(isPost ? MostRead : MostReadByUrl)} records in this request");
        var selected = RecordEndpoints.Selected(table.Type, fields);
        var writer = new RecordJson(call.Org, call.Root);
        call.Answer.Records = ids.Count;
        call.Json.WriteStartArray();
        foreach (var text in ids)
        {
            if (SalesforceId.TryRead(text, out var id) && table.Find(id) is { IsDeleted: false } record)
                writer.Write(call.Json, record, selected);
            else
                call.Json.WriteNullValue();
        }

        call.Json.WriteEndArray();
    }

    private static void Write(SalesforceCall call, Func<RecordBatch, JsonElement, (string Id, bool? IsNew)> write)
    {
        var body = call.ReadObject();
        if (!body.TryGetProperty("records", out var records) || records.ValueKind is not JsonValueKind.Array)
            throw SalesforceProblem.BadJson("Missing required property: records");
        var all = records.EnumerateArray().ToList();
        var batch = new RecordBatch(call, body.Flag("allOrNone"), all.Count);
        RecordBatch.RefuseManyRuns(all);
        batch.Run(all, write);
    }

    private static (string Id, bool? IsNew) Upsert(RecordBatch batch, RecordTable table, int key, JsonElement record)
    {
        if (batch.TableOf(record) != table)
            throw SalesforceProblem.Bad("INVALID_TYPE", $"the records of an upsert are of one type, {table.Type.Name}");
        var field = table.Type[key];
        var value = record.EnumerateObject().FirstOrDefault(property => string.Equals(property.Name, field.Name, StringComparison.OrdinalIgnoreCase)).Value;
        var text = value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        if (string.IsNullOrEmpty(text) && key is not SystemField.Id)
            throw Missing($"{field.Name} not specified");
        var found = string.IsNullOrEmpty(text) ? [] : SObjectFinder.ByKey(table, key, text);
        if (found.Count > 1)
        {
            throw SalesforceProblem.Bad("DUPLICATE_EXTERNAL_ID",
                $"{field.Name}: more than one record found for external id field: [{string.Join(", ", found.Select(one => one.Id))}]");
        }

        if (found.Count is 0 && key is SystemField.Id && text is not null)
            throw SalesforceProblem.Bad("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
        var writes = new RecordInput(batch.Org, table.Type, isCreate: found.Count is 0).Read(record, idAllowed: key is SystemField.Id);
        if (found.Count is 0)
            return (batch.Org.Editor.Create(table, writes, batch.Writer).Id, true);
        batch.Org.Editor.Update(batch.Once(found[0]), writes, batch.Writer);
        return (found[0].Id, false);
    }

    private static string? Id(JsonElement record) =>
        record.EnumerateObject().FirstOrDefault(property => string.Equals(property.Name, "Id", StringComparison.OrdinalIgnoreCase)).Value is { ValueKind: JsonValueKind.String } id
            ? id.GetString()
            : null;

    private static SalesforceProblem Missing(string message) => SalesforceProblem.Bad("MISSING_ARGUMENT", message);
}
