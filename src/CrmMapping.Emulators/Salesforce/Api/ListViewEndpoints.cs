using System.Globalization;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves the list views of an object and their rows.</summary>
internal static class ListViewEndpoints
{
    private const int UsualPage = 25;
    private const int LargestPage = 2_000;

    public static void List(SalesforceCall call)
    {
        var table = SObjectFinder.Table(call, call.Rest[1]);
        var views = call.Org.Views.Where(view => !view.IsReport && view.ObjectName == table.Type.Name).ToList();
        var json = call.Json;
        json.WriteStartObject();
        json.WriteBoolean("done", true);
        json.WriteStartArray("listviews");
        foreach (var view in views)
        {
            var url = $"{call.Root}/sobjects/{table.Type.Name}/listviews/{view.Id}";
            json.WriteStartObject();
            json.WriteString("describeUrl", url + "/describe");
            json.WriteString("developerName", view.DeveloperName);
            json.WriteString("id", view.Id);
            json.WriteString("label", view.Label);
            json.WriteString("resultsUrl", url + "/results");
            json.WriteBoolean("soqlCompatible", true);
            json.WriteString("url", url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNull("nextRecordsUrl");
        json.WriteNumber("size", views.Count);
        json.WriteString("sobjectType", table.Type.Name);
        json.WriteEndObject();
    }

    public static void Describe(SalesforceCall call)
    {
        var view = Find(call);
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("columns");
        foreach (var item in SoqlRunner.Run(call.Org, view.Query).Selected.Items)
            WriteColumn(call, item.Name);
        call.Json.WriteEndArray();
        call.Json.WriteString("id", view.Id);
        call.Json.WriteString("query", view.Query);
        call.Json.WriteString("scope", SoqlParser.Parse(view.Query).Scope ?? "everything");
        call.Json.WriteString("sobjectType", view.ObjectName);
        call.Json.WriteEndObject();
    }

    public static void Results(SalesforceCall call)
    {
        var view = Find(call);
        var (limit, offset) = (Number(call, "limit", UsualPage), Number(call, "offset", 0));
        if (limit > LargestPage)
            throw SalesforceProblem.Bad("INVALID_QUERY_VALUE", $"limit must be at most {LargestPage}");
        var found = SoqlRunner.Run(call.Org, view.Query);
        var rows = found.Rows.Skip(offset).Take(limit).ToList();
        call.Answer.Records = rows.Count;
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("columns");
        foreach (var item in found.Selected.Items)
            WriteColumn(call, item.Name);
        json.WriteEndArray();
        json.WriteString("developerName", view.DeveloperName);
        json.WriteBoolean("done", offset + rows.Count >= found.Rows.Count);
        json.WriteString("id", view.Id);
        json.WriteString("label", view.Label);
        json.WriteStartArray("records");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteStartArray("columns");
            foreach (var item in found.Selected.Items)
                WriteCell(call, row, item);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("size", rows.Count);
        json.WriteEndObject();
    }

    private static void WriteColumn(SalesforceCall call, string name)
    {
        call.Json.WriteStartObject();
        call.Json.WriteString("fieldNameOrPath", name);
        call.Json.WriteString("label", name);
        call.Json.WriteEndObject();
    }

    private static void WriteCell(SalesforceCall call, SObject row, SelectNode.Item item)
    {
        call.Json.WriteStartObject();
        call.Json.WriteString("fieldNameOrPath", item.Name);
        if (FieldText.Of(row[item.Ordinal]) is { } text)
            call.Json.WriteString("value", text);
        else
            call.Json.WriteNull("value");
        call.Json.WriteEndObject();
    }

    private static int Number(SalesforceCall call, string name, int unlessSaid) =>
        call.Asked(name) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : unlessSaid;

    private static SavedView Find(SalesforceCall call) => call.Org.Views.Find(view => !view.IsReport && SalesforceId.TryRead(call.Rest[3], out var id) && view.Id == id)
        ?? throw SalesforceProblem.NotFound();
}
