using System.Globalization;

namespace CrmMapping.Emulators;

/// <summary>Serves batch reads.</summary>
internal static class BatchReads
{
    public static void Read(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        var idProperty = call.Body.Text("idProperty");
        var history = call.Body.TextList("propertiesWithHistory");
        var inputs = BatchAnswer.Inputs(call);
        if (history is { Count: > 0 } && inputs.Count > call.Portal.Options.LargestPage / 2)
            throw HubSpotProblem.Invalid($"With propertiesWithHistory the maximum batch size is {call.Portal.Options.LargestPage / 2}");

        var answer = new BatchAnswer(call, kind);
        var missing = new List<string>();
        foreach (var id in BatchIds.Distinct(inputs, foldCase: idProperty is UniqueValues.Email))
        {
            if (RecordFinder.InBatch(kind, id, idProperty, call.QueryFlag("archived")) is { } record)
                answer.Add(record, []);
            else if (!VanishesSilently(kind, id))
                missing.Add(id);
        }

        answer.FailMissing(missing);
        answer.Write(200, Selection.Of(kind, call.Body.TextList("properties"), history));
    }

    // Merged-away ids have been seen to be missing with and without an entry among the errors.
    private static bool VanishesSilently(ObjectKind kind, string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && kind.Records.WasMerged(number) && number % 2 is 0;
}
