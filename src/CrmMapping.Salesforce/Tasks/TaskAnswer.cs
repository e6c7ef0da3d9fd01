using System.Text.Json;

namespace CrmMapping.Salesforce;

/// <summary>Reads what Salesforce says of tasks that were written, in the order in which they were sent.</summary>
internal static class TaskAnswer
{
    /// <summary>Ends each task, but for one whose owner alone stands in the way: that is to be sent again without.</summary>
    /// <exception cref="JsonException">The answer is none, or has another number of results than tasks were sent.</exception>
    public static void Read(ReadOnlySpan<byte> json, IReadOnlyList<TaskWrite> sent)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Array || document.RootElement.GetArrayLength() != sent.Count)
        {
            throw new JsonException("The answer does not hold one result for each task.");
        }

        foreach (var (task, result) in sent.Zip(document.RootElement.EnumerateArray()))
        {
            Take(task, result);
        }
    }

    private static void Take(TaskWrite task, JsonElement result)
    {
        if (result.ValueKind != JsonValueKind.Object || !result.TryGetProperty("success", out var success))
        {
            throw new JsonException("The answer holds something that is no result.");
        }

        if (success.ValueKind == JsonValueKind.True)
        {
            var id = result.TryGetProperty("id", out var made) && made.ValueKind == JsonValueKind.String && RecordId.IsId(made.GetString())
                ? RecordId.ToLong(made.GetString()!)
                : null;
            task.End(CrmWriteOutcome.Written, id ?? (task.Write as OutcomeChange)?.ActivityId ?? throw new JsonException("A task was created without an id."));
            return;
        }

        Refuse(task, result.TryGetProperty("errors", out var errors) ? SalesforceError.ReadAll(errors) : []);
    }

    private static void Refuse(TaskWrite task, IReadOnlyList<SalesforceError> errors)
    {
        if (task.NamesOwner && errors.Any(static error => error.Code == "INACTIVE_OWNER_OR_USER" || error.Fields.Contains("OwnerId")))
        {
            task.NamesOwner = false;
            return;
        }

        var codes = string.Join(", ", errors.Select(static error => SalesforceError.CodeOrNone(error.Code)).Distinct());
        var isGone = errors.Any(static error => error.Code is "ENTITY_IS_DELETED" or "NOT_FOUND" or "INVALID_CROSS_REFERENCE_KEY");
        task.End(
            errors.Count > 0 && errors.All(FieldErrors.IsPassing) ? CrmWriteOutcome.Failed : isGone ? CrmWriteOutcome.NotFound : CrmWriteOutcome.Refused,
            message: codes.Length > 0 ? $"Salesforce answered {codes}." : "Salesforce did not say why.");
    }
}
