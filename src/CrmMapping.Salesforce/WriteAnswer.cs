using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Gives each result of an answer to the write that it speaks of. Those of a collection come in the order in which they were sent.</summary>
internal sealed class WriteAnswer(
    CrmFieldSet fields, IReadOnlyList<PendingWrite> sent, Dictionary<PendingWrite, WriteRefusal> refusals, Action schemaChanged)
{
    private const int PreconditionFailed = 412;

    /// <summary>Reads the answer to a collection, ends the writes that were done and notes those that were refused.</summary>
    /// <returns>The writes that may pass a moment later, and why they did not.</returns>
    /// <exception cref="JsonException">The answer is none, or has another number of results than writes were sent.</exception>
    public Dictionary<PendingWrite, string> Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Array || document.RootElement.GetArrayLength() != sent.Count)
        {
            throw new JsonException("The answer does not hold one result for each record.");
        }

        var passing = new Dictionary<PendingWrite, string>();
        foreach (var (write, result) in sent.Zip(document.RootElement.EnumerateArray()))
        {
            Take(write, result, passing);
        }

        return passing;
    }

    /// <summary>Reads the answers to records written each by itself, ends the writes that were done or came too late, and notes those that were refused.</summary>
    /// <returns>The writes that may pass a moment later, and why they did not.</returns>
    /// <exception cref="JsonException">The answer lacks that to a record, or holds one that says nothing.</exception>
    public Dictionary<PendingWrite, string> Read(IReadOnlyDictionary<string, CompositePart> parts, ReadOnlySpan<byte> json)
    {
        var passing = new Dictionary<PendingWrite, string>();
        for (var place = 0; place < sent.Count; place++)
        {
            Take(sent[place], parts.GetValueOrDefault(WriteRequests.WrittenOf(place)), json, passing);
        }

        return passing;
    }

    private void Take(PendingWrite write, CompositePart part, ReadOnlySpan<byte> json, Dictionary<PendingWrite, string> passing)
    {
        if (part.IsSuccess)
        {
            write.End(CrmWriteOutcome.Written, message: null, write.Write.Id);
        }
        else if (part.Status == PreconditionFailed)
        {
            write.End(CrmWriteOutcome.ChangedMeanwhile, "The record was changed in Salesforce after it was read.", write.Write.Id);
        }
        else if (SalesforceError.ReadAll(part.Of(json)) is { Count: > 0 } errors)
        {
            Refuse(write, errors, passing);
        }
        else
        {
            throw new JsonException("The answer does not say what became of a record.");
        }
    }

    private void Take(PendingWrite write, JsonElement result, Dictionary<PendingWrite, string> passing)
    {
        if (result.ValueKind != JsonValueKind.Object || !result.TryGetProperty("success", out var success))
        {
            throw new JsonException("The answer holds something that is no result.");
        }

        if (success.ValueKind == JsonValueKind.True)
        {
            write.End(CrmWriteOutcome.Written, message: null, Id(result) ?? write.Write.Id ?? throw new JsonException("A record was created without an id."));
            return;
        }

        Refuse(write, result.TryGetProperty("errors", out var list) ? SalesforceError.ReadAll(list) : [], passing);
    }

    private void Refuse(PendingWrite write, IReadOnlyList<SalesforceError> errors, Dictionary<PendingWrite, string> passing)
    {
        if (errors.Count > 0 && errors.All(FieldErrors.IsPassing))
        {
            passing[write] = SalesforceError.CodeOrNone(errors[0].Code);
            return;
        }

        if (errors.Any(FieldErrors.IsOfSchema))
        {
            schemaChanged();
        }

        refusals[write] = FieldErrors.ToWriteRefusal(errors, fields);
    }

    private static string? Id(JsonElement result) =>
        result.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && RecordId.IsId(id.GetString()) ? RecordId.ToLong(id.GetString()!) : null;
}
