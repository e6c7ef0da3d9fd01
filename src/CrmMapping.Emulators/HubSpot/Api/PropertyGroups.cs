using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Serves groups of properties.</summary>
internal static class PropertyGroups
{
    public static void List(HubSpotCall call)
    {
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("results");
        foreach (var group in call.Portal.Groups)
            Write(call.Json, group);
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    public static void Get(HubSpotCall call) =>
        Write(call.Json, call.Portal.Groups.Find(group => group.Name == call.Path[3]) ?? throw HubSpotProblem.NotFound());

    public static void Create(HubSpotCall call)
    {
        if (call.Body.Text("name") is not { Length: > 0 } name || call.Body.Text("label") is not { Length: > 0 } label)
            throw HubSpotProblem.Invalid("Some required fields were not set: [name, label]");
        if (call.Portal.Groups.Exists(group => group.Name == name))
            throw new HubSpotProblem(409, "CONFLICT", $"Property group {name} already exists");
        var created = new PropertyGroup(name, label, call.Portal.Groups.Count);
        call.Portal.Groups.Add(created);
        call.Answer.Status = 201;
        Write(call.Json, created);
    }

    private static void Write(Utf8JsonWriter json, PropertyGroup group)
    {
        json.WriteStartObject();
        json.WriteString("name", group.Name);
        json.WriteString("label", group.Label);
        json.WriteNumber("displayOrder", group.DisplayOrder);
        json.WriteBoolean("archived", false);
        json.WriteEndObject();
    }
}
