namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves reports of rows: their list, their columns and, run at once, up to 2,000 rows.</summary>
internal static class ReportEndpoints
{
    private const int MostRows = 2_000;

    public static void List(SalesforceCall call)
    {
        call.Json.WriteStartArray();
        foreach (var report in call.Org.Views.Where(view => view.IsReport))
        {
            var url = $"{call.Root}/analytics/reports/{report.Id}";
            call.Json.WriteStartObject();
            call.Json.WriteString("describeUrl", url + "/describe");
            call.Json.WriteString("id", report.Id);
            call.Json.WriteString("instancesUrl", url + "/instances");
            call.Json.WriteString("name", report.Label);
            call.Json.WriteString("url", url);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
    }

    public static void Describe(SalesforceCall call)
    {
        var report = Find(call);
        call.Json.WriteStartObject();
        WriteMetadata(call, report, SoqlRunner.Run(call.Org, report.Query));
        call.Json.WriteEndObject();
    }

    public static void Run(SalesforceCall call)
    {
        var report = Find(call);
        var found = SoqlRunner.Run(call.Org, report.Query);
        call.Answer.Records = Math.Min(found.Rows.Count, MostRows);
        var json = call.Json;
        json.WriteStartObject();
        json.WriteBoolean("allData", found.Rows.Count <= MostRows);
        json.WriteStartObject("factMap");
        json.WriteStartObject("T!T");
        json.WriteStartArray("aggregates");
        json.WriteStartObject();
        json.WriteString("label", FieldText.Of((double)found.Rows.Count));
        json.WriteNumber("value", found.Rows.Count);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in found.Rows.Take(MostRows))
            WriteRow(call, row, found.Selected);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteBoolean("hasDetailRows", true);
        WriteMetadata(call, report, found);
        json.WriteEndObject();
    }

    private static void WriteRow(SalesforceCall call, SObject row, SelectNode selected)
    {
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("dataCells");
        foreach (var item in selected.Items)
        {
            // An empty cell shows a dash, though its value is null.
            call.Json.WriteStartObject();
            call.Json.WriteString("label", FieldText.Of(row[item.Ordinal]) ?? "-");
            call.Json.WritePropertyName("value");
            RecordJson.WriteValue(call.Json, row[item.Ordinal]);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    private static void WriteMetadata(SalesforceCall call, SavedView report, BoundQuery found)
    {
        var json = call.Json;
        json.WriteStartObject("reportExtendedMetadata");
        json.WriteStartObject("detailColumnInfo");
        foreach (var item in found.Selected.Items)
        {
            json.WriteStartObject(Column(report, item.Name));
            json.WriteString("dataType", found.Type[item.Ordinal].Type);
            json.WriteString("label", found.Type[item.Ordinal].Label);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("reportMetadata");
        json.WriteStartArray("detailColumns");
        foreach (var item in found.Selected.Items)
            json.WriteStringValue(Column(report, item.Name));
        json.WriteEndArray();
        json.WriteString("developerName", report.DeveloperName);
        json.WriteString("id", report.Id);
        json.WriteString("name", report.Label);
        json.WriteString("reportFormat", "TABULAR");
        json.WriteEndObject();
    }

    private static string Column(SavedView report, string field) => $"{report.ObjectName}.{field}";

    private static SavedView Find(SalesforceCall call) => call.Org.Views.Find(view => view.IsReport && SalesforceId.TryRead(call.Rest[2], out var id) && view.Id == id)
        ?? throw SalesforceProblem.NotFound();
}
