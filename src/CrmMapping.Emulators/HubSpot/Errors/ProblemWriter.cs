using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Writes errors in the several shapes in which HubSpot has been seen to write them; which one is drawn from the seed.</summary>
internal static class ProblemWriter
{
    public static string CorrelationId(HubSpotPortal portal, long number) => Seeded.NewGuid(portal.Options.Seed, number, 40).ToString();

    public static void Write(HubSpotCall call, HubSpotProblem problem)
    {
        var answer = call.Answer;
        answer.Restart();
        answer.Status = problem.Status;
        var json = answer.Json;
        json.WriteStartObject();
        if (problem.Existing is not null)
            WriteConflict(call, problem, call.Vary(3));
        else if (problem.Faults.Count > 0)
            WriteFaults(call, problem, call.Vary(3));
        else
            WritePlain(call, problem);
        json.WriteString("status", "error");
        json.WriteString("correlationId", CorrelationId(call.Portal, answer.Number));
        json.WriteEndObject();
    }

    /// <summary>Writes an entry of the errors of a batch; those carry no correlation id.</summary>
    public static void WriteBatchEntry(HubSpotPortal portal, Utf8JsonWriter json, HubSpotProblem problem, string? traceId)
    {
        json.WriteStartObject();
        json.WriteString("status", "error");
        json.WriteString("category", problem.Category);
        json.WriteString("message", Message(portal, problem));
        json.WriteStartObject("context");
        foreach (var (name, values) in problem.Context)
            WriteList(json, name, values);
        if (traceId is not null)
            WriteList(json, "objectWriteTraceId", [traceId]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePlain(HubSpotCall call, HubSpotProblem problem)
    {
        var json = call.Json;
        json.WriteString("message", problem.Message);

        // A 404 has been seen with and without its category.
        if (problem.Category is not null && !(problem.Status is 404 && call.Vary(2) is 0))
            json.WriteString("category", problem.Category);
        if (problem.MissingScope is { } scope)
            WriteScope(json, scope);
        if (problem.Context.Count is 0)
            return;
        json.WriteStartObject("context");
        foreach (var (name, values) in problem.Context)
            WriteList(json, name, values);
        json.WriteEndObject();
    }

    private static void WriteFaults(HubSpotCall call, HubSpotProblem problem, int way)
    {
        var json = call.Json;
        if (way is 0)
        {
            json.WriteString("message", problem.Message);
            json.WriteStartArray("validationResults");
            foreach (var fault in problem.Faults)
                WriteFault(call.Portal, json, fault, all: false);
            json.WriteEndArray();
            return;
        }

        json.WriteString("message", Message(call.Portal, problem));
        json.WriteString("category", problem.Category);
        if (way is 1)
            return;
        json.WriteStartArray("errors");
        foreach (var fault in problem.Faults)
        {
            json.WriteStartObject();
            json.WriteString("message", fault.Message);
            json.WriteString("code", fault.Code);
            json.WriteStartObject("context");
            WriteList(json, "propertyName", [fault.Name]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteScope(Utf8JsonWriter json, string scope)
    {
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteString("message", "One or more of the following scopes are required.");
        json.WriteStartObject("context");
        WriteList(json, "requiredGranularScopes", [scope]);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteConflict(HubSpotCall call, HubSpotProblem problem, int way)
    {
        var (json, existing) = (call.Json, problem.Existing!);
        json.WriteString("message", problem.Message);
        if (way is 0)
            json.WriteString("category", "CONFLICT");
        if (way is not 1)
            return;
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteString("message", $"A contact with email {problem.ExistingEmail} already exists. Existing ID: {existing.Id}");
        json.WriteString("in", "email");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("identityProfile");
        json.WriteNumber("vid", existing.Id);
        json.WriteStartArray("identity");
        json.WriteStartObject();
        json.WriteString("value", problem.ExistingEmail);
        json.WriteString("type", "EMAIL");
        json.WriteNumber("timestamp", existing.CreatedAt.ToUnixTimeMilliseconds());
        json.WriteBoolean("isPrimary", existing[call.Portal.Contacts.Schema.Find(UniqueValues.Email)] == problem.ExistingEmail);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("linkedVid");
        json.WriteEndArray();
        json.WriteBoolean("isContact", true);
        json.WriteEndObject();
        json.WriteString("category", "OBJECT_ALREADY_EXISTS");
        json.WriteString("error", "CONTACT_EXISTS");
    }

    private static string Message(HubSpotPortal portal, HubSpotProblem problem)
    {
        if (problem.Faults.Count is 0)
            return problem.Message;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var fault in problem.Faults)
                WriteFault(portal, json, fault, all: true);
            json.WriteEndArray();
        }

        return $"{problem.Message}: {Encoding.UTF8.GetString(buffer.WrittenSpan)}";
    }

    private static void WriteFault(HubSpotPortal portal, Utf8JsonWriter json, PropertyFault fault, bool all)
    {
        json.WriteStartObject();
        json.WriteBoolean("isValid", false);
        json.WriteString("message", fault.Message);
        json.WriteString("error", fault.Code);
        json.WriteString("name", fault.Name);
        if (all)
        {
            json.WriteString("localizedErrorMessage", fault.Message);
            json.WriteNumber("portalId", portal.Options.PortalId);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
