using System.Text.Json;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Answers for the definitions of person fields.</summary>
internal static class FieldEndpoints
{
    public static void List(PipedriveCall call)
    {
        var limit = call.QueryNumber("limit", 100, 500);
        var start = (int)Math.Min(int.MaxValue, Cursor.Read(call.Query("cursor"), "fields")?.Id ?? 0);
        var fields = call.Company.Fields.All;
        var page = fields.Skip(start).Take(limit).ToList();
        var next = start + page.Count < fields.Count ? new Cursor("fields", 0, start + page.Count).ToString() : null;
        call.SucceedWithPage(page, next, Write);
    }

    public static void Get(PipedriveCall call)
    {
        var field = Find(call);
        call.Succeed(json => Write(json, field));
    }

    public static void Create(PipedriveCall call)
    {
        var body = call.Body;
        var name = Name(body) ?? throw NoName();
        if (StrictInput.Text(body, "field_type") is not { } type || !FieldBook.Types.Contains(type))
            throw PipedriveProblem.Invalid("Validation failed: field_type: Invalid type");
        PipedriveOption[] options = [.. body.Items("options").Select(static option => new PipedriveOption(0, OptionEndpoints.Label(option)))];
        if (type is "enum" or "set" != options.Length > 0)
            throw PipedriveProblem.Invalid("Validation failed: options: Required for enum and set, and for no other type");
        var added = call.Company.Fields.Add(new PipedriveField(name, type) { Options = options });
        call.Succeed(json => Write(json, added));
    }

    public static void Update(PipedriveCall call)
    {
        var field = FindCustom(call);
        if (!call.Body.EnumerateObject().Any())
            throw PipedriveProblem.Invalid("Validation failed: at least one field must be provided");
        if (call.Body.TryGetProperty("field_code", out _) || call.Body.TryGetProperty("field_type", out _))
            throw PipedriveProblem.Invalid("Validation failed: field_code and field_type never change");
        var name = Name(call.Body);
        var changed = call.Company.Fields.Replace(field.Code, known => known with { Name = name ?? known.Name });
        call.Succeed(json => Write(json, changed));
    }

    public static void Delete(PipedriveCall call)
    {
        var field = FindCustom(call);
        call.Company.Fields.Remove(field.Code);
        call.Succeed(json => Write(json, field));
    }

    public static PipedriveField FindCustom(PipedriveCall call) => Find(call) is { IsCustom: true } field
        ? field
        : throw PipedriveProblem.Forbidden("This field is a default field and cannot be changed");

    private static string? Name(JsonElement body) => StrictInput.Text(body, "field_name") is not { } name || (name.Trim().Length > 0 && name.Length <= 255)
        ? StrictInput.Text(body, "field_name")
        : throw NoName();

    private static PipedriveProblem NoName() => PipedriveProblem.Invalid("Validation failed: field_name: Required, at most 255 characters");

    private static PipedriveField Find(PipedriveCall call) => call.Company.Fields.Find(call.Path[2]) ?? throw PipedriveProblem.NotFound("Field");

    private static void Write(Utf8JsonWriter json, PipedriveField field)
    {
        json.WriteStartObject();
        json.WriteString("field_name", field.Name);
        json.WriteString("field_code", field.Code);
        json.WriteNull("description");
        json.WriteString("field_type", field.Type);
        if (field.Type is "enum" or "set")
            OptionEndpoints.Write(json, "options", field.Options);
        else
            json.WriteNull("options");
        json.WriteNull("subfields");
        json.WriteBoolean("is_custom_field", field.IsCustom);
        json.WriteBoolean("is_optional_response_field", false);
        json.WriteEndObject();
    }
}
