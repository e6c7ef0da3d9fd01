using System.Text.Json;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Words errors: an array for most of the API, another key in collections, an object for OAuth.</summary>
internal static class ErrorWriter
{
    public static void Write(Answer answer, SalesforceProblem problem, string root)
    {
        answer.Restart();
        answer.Status = problem.Status;
        WriteBody(answer.Json, problem.Errors, root);
    }

    public static void WriteBody(Utf8JsonWriter json, IReadOnlyList<SalesforceError> errors, string root)
    {
        json.WriteStartArray();
        foreach (var error in errors)
        {
            json.WriteStartObject();
            if (error.Duplicate is { } finding)
                WriteDuplicate(json, finding, error.Message, root);
            json.WriteString("message", error.Message);
            json.WriteString("errorCode", error.Code);
            if (error.Fields.Length > 0 || IsAboutRecord(error.Code))
                WriteFields(json, error.Fields);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the errors of one record of a collection, where the code goes by another key and duplicates are not named.</summary>
    public static void WriteOfRecord(Utf8JsonWriter json, IReadOnlyList<SalesforceError> errors)
    {
        json.WriteStartArray("errors");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("statusCode", error.Code);
            json.WriteString("message", error.Message);
            WriteFields(json, error.Fields);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDuplicate(Utf8JsonWriter json, DuplicateFinding finding, string message, string root)
    {
        // The key is misspelt by the real API.
        json.WriteStartObject("duplicateResut");
        json.WriteBoolean("allowSave", !finding.Rule.Blocks);
        json.WriteString("duplicateRule", finding.Rule.Name);
        json.WriteString("duplicateRuleEntityType", finding.Rule.ObjectName);
        json.WriteString("errorMessage", message);
        json.WriteStartArray("matchResults");
        json.WriteStartObject();
        json.WriteString("entityType", finding.EntityType);
        json.WriteStartArray("errors");
        json.WriteEndArray();
        json.WriteString("matchEngine", "FuzzyMatchEngine");
        json.WriteStartArray("matchRecords");
        foreach (var match in finding.Matches)
            WriteMatch(json, match, root);
        json.WriteEndArray();
        json.WriteString("rule", $"{finding.Rule.Name}_Match");
        json.WriteNumber("size", finding.Matches.Count);
        json.WriteBoolean("success", true);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMatch(Utf8JsonWriter json, SObject match, string root)
    {
        json.WriteStartObject();
        json.WriteStartArray("additionalInformation");
        json.WriteEndArray();
        json.WriteStartArray("fieldDiffs");
        json.WriteEndArray();
        json.WriteNumber("matchConfidence", 100.0);
        json.WriteStartObject("record");
        RecordJson.WriteAttributes(json, match.Type.Name, match.Id, root);
        json.WriteString("Id", match.Id);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, string[] fields)
    {
        json.WriteStartArray("fields");
        foreach (var field in fields)
            json.WriteStringValue(field);
        json.WriteEndArray();
    }

    private static bool IsAboutRecord(string code) => code is "CANNOT_UPDATE_CONVERTED_LEAD" or "DUPLICATE_VALUE" or "UNABLE_TO_LOCK_ROW"
        or "ENTITY_IS_DELETED" or "INACTIVE_OWNER_OR_USER";
}
