using System.Text.Json;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Writes the records of one call: each for itself, or all or none.</summary>
internal sealed class RecordBatch
{
    private const int MostRecords = 200;
    private const int MostRuns = 10;

    private static readonly SalesforceError RolledBack = new("ALL_OR_NONE_OPERATION_ROLLED_BACK",
        "Record rolled back because not all records were valid and the request was using AllOrNone header");

    private readonly SalesforceCall _call;
    private readonly bool _allOrNone;
    private readonly HashSet<SObject> _seen = [];

    public RecordBatch(SalesforceCall call, bool allOrNone, int count)
    {
        (_call, _allOrNone) = (call, allOrNone);
        Writer = call.Writer;
        if (count > MostRecords)
            throw SalesforceProblem.Bad("EXCEEDED_MAX_SIZE_REQUEST", $"record limit reached. cannot submit more than {MostRecords} records in this request");
        call.Answer.Records = count;
    }

    public SalesforceOrg Org => _call.Org;

    public Writer Writer { get; }

    public RecordTable TableOf(JsonElement record)
    {
        var name = TypeOf(record) ?? throw SalesforceProblem.Bad("INVALID_TYPE", "The record has no attributes.type");
        return Org.FindTable(name) ?? throw SalesforceProblem.Bad("INVALID_TYPE", $"sObject type '{name}' is not supported.");
    }

    /// <summary>Refuses a record that came before in the same call.</summary>
    public SObject Once(SObject record) => _seen.Add(record)
        ? record
        : throw SalesforceProblem.Bad("DUPLICATE_VALUE", $"duplicate id in list: {record.Id}");

    /// <summary>Refuses records whose types change too often: they are worked off in runs of one type.</summary>
    public static void RefuseManyRuns(List<JsonElement> records)
    {
        var runs = 1;
        for (var i = 1; i < records.Count; i++)
            runs += string.Equals(TypeOf(records[i - 1]), TypeOf(records[i]), StringComparison.OrdinalIgnoreCase) ? 0 : 1;
        if (runs > MostRuns)
            throw SalesforceProblem.Bad("LIMIT_EXCEEDED", $"the types of the records change too often. At most {MostRuns} runs of one type are taken in a request");
    }

    public void Run<T>(IReadOnlyList<T> items, Func<RecordBatch, T, (string Id, bool? IsNew)> write)
    {
        var start = Org.Journal.Mark;
        var results = items.Select(item => Try(item, write)).ToList();
        if (_allOrNone && results.Exists(result => result.Errors.Count > 0))
        {
            Org.Journal.RollBack(start);
            results = [.. results.Select(static result => result.Errors.Count > 0 ? result : new Result(null, null, [RolledBack]))];
        }

        _call.Json.WriteStartArray();
        foreach (var result in results)
            WriteResult(_call.Json, result);
        _call.Json.WriteEndArray();
    }

    private Result Try<T>(T item, Func<RecordBatch, T, (string Id, bool? IsNew)> write)
    {
        var mark = Org.Journal.Mark;
        try
        {
            var (id, isNew) = write(this, item);
            return new(id, isNew, []);
        }
        catch (SalesforceProblem problem)
        {
            Org.Journal.RollBack(mark);
            return new(null, null, problem.Errors);
        }
    }

    private static string? TypeOf(JsonElement record) =>
        record.ValueKind is JsonValueKind.Object && record.TryGetProperty("attributes", out var attributes) && attributes.ValueKind is JsonValueKind.Object
            ? attributes.Text("type")
            : null;

    private static void WriteResult(Utf8JsonWriter json, Result result)
    {
        json.WriteStartObject();
        if (result.Id is not null)
            json.WriteString("id", result.Id);
        json.WriteBoolean("success", result.Errors.Count is 0);
        ErrorWriter.WriteOfRecord(json, result.Errors);
        if (result.IsNew is { } isNew)
            json.WriteBoolean("created", isNew);
        json.WriteEndObject();
    }

    private sealed record Result(string? Id, bool? IsNew, IReadOnlyList<SalesforceError> Errors);
}
