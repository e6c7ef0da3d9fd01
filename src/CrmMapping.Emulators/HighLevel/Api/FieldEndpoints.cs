using System.Text.Json;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Answers for the definitions of custom fields.</summary>
internal static class FieldEndpoints
{
    public static void List(HighLevelCall call)
    {
        call.CheckLocation(call.Path[1]);
        if (call.Query("model") is not (null or "contact" or "all" or "opportunity"))
            throw HighLevelProblem.Invalid("model must be one of the following values: contact, opportunity, all");
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("customFields");
        foreach (var (index, field) in call.Location.Fields.All.Index())
        {
            if (call.Query("model") is not "opportunity")
                Write(call.Json, field, index);
        }

        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    public static void Get(HighLevelCall call) => WriteOne(call, Find(call));

    public static void Create(HighLevelCall call)
    {
        call.CheckLocation(call.Path[1]);
        var body = call.Body;
        List<string> faults = [];
        if (string.IsNullOrWhiteSpace(body.Text("name")))
            faults.Add("name should not be empty");
        if (!FieldBook.Types.Contains(body.Text("dataType")))
            faults.Add($"dataType must be one of the following values: {string.Join(", ", FieldBook.Types)}");
        if (faults.Count > 0)
            throw HighLevelProblem.Invalid([.. faults]);
        try
        {
            var added = call.Location.Fields.Add(new HighLevelField(body.Text("name")!, body.Text("dataType")!) { Options = body.TextList("options") ?? [] });
            call.Answer.Status = 201;
            WriteOne(call, added);
        }
        catch (InvalidOperationException taken)
        {
            throw new HighLevelProblem(400, taken.Message, "Bad Request");
        }
    }

    public static void Update(HighLevelCall call)
    {
        var field = Find(call);
        var name = call.Body.Text("name") ?? throw HighLevelProblem.Invalid("name should not be empty");
        WriteOne(call, call.Location.Fields.Replace(field.Id, known => known with { Name = name }));
    }

    public static void Delete(HighLevelCall call)
    {
        call.Location.Fields.Remove(Find(call).Id);
        call.Json.WriteStartObject();
        call.Json.WriteBoolean("succeded", true);
        call.Json.WriteEndObject();
    }

    private static HighLevelField Find(HighLevelCall call)
    {
        call.CheckLocation(call.Path[1]);
        return call.Location.Fields.Find(Uri.UnescapeDataString(call.Path[3])) ?? throw HighLevelProblem.NotFound("Custom field");
    }

    private static void WriteOne(HighLevelCall call, HighLevelField field)
    {
        call.Json.WriteStartObject();
        call.Json.WritePropertyName("customField");
        Write(call.Json, field, 0);
        call.Json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HighLevelField field, int position)
    {
        json.WriteStartObject();
        json.WriteString("id", field.Id);
        json.WriteString("name", field.Name);
        json.WriteString("fieldKey", field.Key);
        json.WriteString("dataType", field.DataType);
        json.WriteString("placeholder", "");
        json.WriteNumber("position", (position + 1) * 50);
        if (field.Options.Count > 0)
        {
            json.WriteStartArray("picklistOptions");
            foreach (var option in field.Options)
                json.WriteStringValue(option);
            json.WriteEndArray();
        }

        json.WriteBoolean("isAllowedCustomOption", false);
        json.WriteString("model", "contact");
        json.WriteEndObject();
    }
}
