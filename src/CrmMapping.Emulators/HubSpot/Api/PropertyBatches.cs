namespace CrmMapping.Emulators;

/// <summary>Serves batches of property definitions.</summary>
internal static class PropertyBatches
{
    public static void Read(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        var asked = BatchAnswer.Inputs(call).Select(input => input.Text("name") ?? "").ToList();
        Write(call, asked.Select(kind.Schema.FindProperty).OfType<HubSpotProperty>(), [.. asked.Where(name => kind.Schema.Find(name) < 0)], 200);
    }

    public static void Create(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        var created = BatchAnswer.Inputs(call).Select(input => PropertyEditor.Create(call.Portal, kind, input)).ToList();
        Write(call, created, [], 201);
    }

    public static void Archive(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        foreach (var name in BatchAnswer.Inputs(call).Select(input => input.Text("name") ?? ""))
        {
            if (kind.Schema.FindProperty(name) is { } property)
                PropertyEditor.Archive(call.Portal, kind, property);
        }

        call.Answer.Status = 204;
    }

    private static void Write(HubSpotCall call, IEnumerable<HubSpotProperty> properties, IReadOnlyList<string> missing, int success)
    {
        var now = WireTime.Format(call.Portal.Now);
        call.Answer.Status = missing.Count > 0 ? 207 : success;
        call.Json.WriteStartObject();
        call.Json.WriteString("status", "COMPLETE");
        call.Json.WriteStartArray("results");
        foreach (var property in properties)
            PropertyWriter.Write(call.Json, property);
        call.Json.WriteEndArray();
        if (missing.Count > 0)
            WriteMissing(call, missing);
        call.Json.WriteString("startedAt", now);
        call.Json.WriteString("completedAt", now);
        call.Json.WriteEndObject();
    }

    private static void WriteMissing(HubSpotCall call, IReadOnlyList<string> missing)
    {
        call.Json.WriteNumber("numErrors", missing.Count);
        call.Json.WriteStartArray("errors");
        foreach (var name in missing)
            ProblemWriter.WriteBatchEntry(call.Portal, call.Json, new HubSpotProblem(404, "OBJECT_NOT_FOUND", $"Property {name} does not exist")
            {
                Context = new Dictionary<string, string[]> { ["name"] = [name] },
            }, null);
        call.Json.WriteEndArray();
    }
}
