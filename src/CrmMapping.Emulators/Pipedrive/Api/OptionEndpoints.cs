using System.Text.Json;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Answers for the options of a field. A request fails as a whole when one of its options is not there.</summary>
internal static class OptionEndpoints
{
    public static void Add(PipedriveCall call)
    {
        var field = FindChoice(call);
        PipedriveOption[] added = [.. Items(call).Select(item => new PipedriveOption(call.Company.Fields.NextOption(), Label(item)))];
        call.Company.Fields.Replace(field.Code, known => known with { Options = [.. known.Options, .. added] });
        Answer(call, added);
    }

    public static void Update(PipedriveCall call)
    {
        var field = FindChoice(call);
        var changed = Items(call).Select(item => Known(field, item) with { Label = Label(item) }).ToList();
        call.Company.Fields.Replace(
            field.Code, known => known with { Options = [.. known.Options.Select(option => changed.Find(other => other.Id == option.Id) ?? option)] });
        Answer(call, changed);
    }

    public static void Delete(PipedriveCall call)
    {
        var field = FindChoice(call);
        var gone = Items(call).Select(item => Known(field, item)).ToList();
        call.Company.Fields.Replace(field.Code, known => known with { Options = [.. known.Options.Except(gone)] });
        Answer(call, gone);
    }

    public static string Label(JsonElement item) => StrictInput.Text(item, "label") is { Length: > 0 and <= 255 } label
        ? label
        : throw PipedriveProblem.Invalid("Validation failed: label: Required");

    public static void Write(Utf8JsonWriter json, string name, IEnumerable<PipedriveOption> options)
    {
        json.WritePropertyName(name);
        Write(json, options);
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<PipedriveOption> options)
    {
        json.WriteStartArray();
        foreach (var option in options)
        {
            json.WriteStartObject();
            json.WriteNumber("id", option.Id);
            json.WriteString("label", option.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Answer(PipedriveCall call, IEnumerable<PipedriveOption> options) => call.Succeed(json => Write(json, options));

    private static PipedriveField FindChoice(PipedriveCall call) => FieldEndpoints.FindCustom(call) is { Type: "enum" or "set" } field
        ? field
        : throw PipedriveProblem.Invalid("The field has no options");

    private static List<JsonElement> Items(PipedriveCall call) => call.ListBody.EnumerateArray().ToList() is { Count: > 0 } items
        ? items
        : throw PipedriveProblem.Invalid("Validation failed: at least one option is required");

    private static PipedriveOption Known(PipedriveField field, JsonElement item) =>
        StrictInput.Number(item, "id") is { } id && field.Options.FirstOrDefault(option => option.Id == id) is { } known
            ? known
            : throw PipedriveProblem.NotFound("Option");
}
