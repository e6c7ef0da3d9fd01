using System.Runtime.InteropServices;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Collects the outcomes of a batch and writes them, results in no promised order.</summary>
internal sealed class BatchAnswer(HubSpotCall call, ObjectKind kind)
{
    private const int Largest = 100;

    private readonly List<Result> _results = [];
    private readonly List<Failure> _failures = [];

    public static IReadOnlyList<JsonElement> Inputs(HubSpotCall call)
    {
        IReadOnlyList<JsonElement> inputs = [.. call.Body.Items("inputs")];
        call.Answer.Records = inputs.Count;
        return inputs.Count switch
        {
            0 => throw HubSpotProblem.Invalid("'inputs' is required and must not be empty"),
            > Largest => throw HubSpotProblem.Invalid($"The maximum batch size is {Largest}, but {inputs.Count} inputs were given"),
            _ => inputs,
        };
    }

    public void Add(CrmRecord record, IEnumerable<string> shown, bool? isNew = null, string? traceId = null) =>
        _results.Add(new(record, [.. shown], isNew, traceId));

    public void Fail(HubSpotProblem problem, string? traceId = null) => _failures.Add(new(problem, traceId));

    public void FailMissing(IReadOnlyCollection<string> ids)
    {
        if (ids.Count > 0)
            Fail(new HubSpotProblem(404, "OBJECT_NOT_FOUND",
                $"Could not get some {kind.Label} objects, they may be deleted or not exist. Check that ids are valid.")
            {
                Context = new Dictionary<string, string[]> { ["ids"] = [.. ids] },
            });
    }

    /// <summary>Writes all; with a selection given every record shows the same properties.</summary>
    public void Write(int success, Selection? selection = null)
    {
        call.Answer.Status = _failures.Count > 0 ? 207 : success;
        var json = call.Json;
        var now = WireTime.Format(call.Portal.Now);
        var tellsTraces = call.Vary(2, salt: 63) is 0;
        Seeded.Shuffle(CollectionsMarshal.AsSpan(_results), call.Portal.Options.Seed, call.Answer.Number);
        json.WriteStartObject();
        json.WriteString("status", "COMPLETE");
        json.WriteStartArray("results");
        foreach (var result in _results)
        {
            var writer = new RecordWriter(call.Portal, kind, selection ?? Selection.Of(kind, [.. kind.Defaults, .. result.Shown]));
            writer.Write(json, result.Record, more: more =>
            {
                if (result.IsNew is { } isNew)
                    more.WriteBoolean("new", isNew);

                // The field is specified; that every answer has it is not.
                if (tellsTraces && result.TraceId is { } traceId)
                    more.WriteString("objectWriteTraceId", traceId);
            });
        }

        json.WriteEndArray();
        WriteFailures(json);
        json.WriteString("startedAt", now);
        json.WriteString("completedAt", now);
        json.WriteEndObject();
    }

    private void WriteFailures(Utf8JsonWriter json)
    {
        if (_failures.Count is 0)
            return;
        json.WriteNumber("numErrors", _failures.Count);
        json.WriteStartArray("errors");
        foreach (var failure in _failures)
            ProblemWriter.WriteBatchEntry(call.Portal, json, failure.Problem, failure.TraceId);
        json.WriteEndArray();
    }

    private readonly record struct Result(CrmRecord Record, string[] Shown, bool? IsNew, string? TraceId);

    private readonly record struct Failure(HubSpotProblem Problem, string? TraceId);
}
