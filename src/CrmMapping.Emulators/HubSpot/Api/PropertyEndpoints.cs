namespace CrmMapping.Emulators;

/// <summary>Serves property definitions.</summary>
internal static class PropertyEndpoints
{
    public static void List(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        var sensitivity = call.Query("dataSensitivity") ?? "non_sensitive";
        var shown = call.QueryFlag("archived") ? kind.Schema.ArchivedOnes : kind.Schema.Active;
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("results");
        foreach (var property in shown.Where(property => property.DataSensitivity == sensitivity))
            PropertyWriter.Write(call.Json, property);
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    public static void Get(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        PropertyWriter.Write(call.Json, Find(kind, call.Path[2], call.QueryFlag("archived")));
    }

    public static void Create(HubSpotCall call)
    {
        var property = PropertyEditor.Create(call.Portal, call.Portal.FindKind(call.Path[1]), call.Body);
        call.Answer.Status = 201;
        PropertyWriter.Write(call.Json, property);
    }

    public static void Update(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        PropertyWriter.Write(call.Json, PropertyEditor.Update(call.Portal, kind, Find(kind, call.Path[2], archived: false), call.Body));
    }

    public static void Archive(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        PropertyEditor.Archive(call.Portal, kind, Find(kind, call.Path[2], archived: false));
        call.Answer.Status = 204;
    }

    private static HubSpotProperty Find(ObjectKind kind, string name, bool archived) =>
        (archived ? kind.Schema.ArchivedOnes.FirstOrDefault(property => property.Name == name) : kind.Schema.FindProperty(name))
        ?? throw new HubSpotProblem(404, "OBJECT_NOT_FOUND", $"Property {name} of {kind.Name} does not exist");
}
