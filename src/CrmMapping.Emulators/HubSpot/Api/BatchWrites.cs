using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Serves batches that write: whole or not at all, unless every input has a trace id of its own.</summary>
internal static class BatchWrites
{
    public static void Create(HubSpotCall call)
    {
        var batch = new WriteBatch(call);
        foreach (var input in batch.Inputs)
            batch.Plan(input, null, isNew: null);
        batch.Run(201);
    }

    public static void Update(HubSpotCall call)
    {
        var batch = new WriteBatch(call);
        batch.RefuseDuplicates();
        foreach (var input in batch.Inputs)
        {
            var record = RecordFinder.InBatch(batch.Kind, input.Text("id")!, input.Text("idProperty"));
            if (record is null)
                batch.Missing(input);
            else
                batch.Plan(input, record, isNew: null);
        }

        batch.Run(200);
    }

    public static void Upsert(HubSpotCall call)
    {
        var batch = new WriteBatch(call);
        batch.RefuseDuplicates();
        foreach (var input in batch.Inputs)
            PlanUpsert(call, batch, input);
        batch.Run(200);
    }

    public static void Archive(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        foreach (var id in BatchIds.Distinct(BatchAnswer.Inputs(call), foldCase: false))
        {
            if (RecordFinder.InBatch(kind, id, null) is { } record)
                call.Portal.Editor.Archive(kind, record, call.Origin);
        }

        call.Answer.Status = 204;
    }

    private static void PlanUpsert(HubSpotCall call, WriteBatch batch, JsonElement input)
    {
        var (id, idProperty) = (input.Text("id")!, input.Text("idProperty"));
        if (idProperty is null)
            throw HubSpotProblem.Invalid("Every input of an upsert needs an 'idProperty'");
        if (idProperty is UniqueValues.Email && call.Portal.Options.RefusesUpsertByEmail)
            throw HubSpotProblem.Invalid($"Cannot upsert a {batch.Kind.Label} when idProperty is set to email.");

        // Partial upserts by address are not supported: one bad input refuses them all.
        batch.IsWhole |= idProperty is UniqueValues.Email;
        var record = RecordFinder.ByUnique(batch.Kind, id, idProperty);
        batch.Plan(input, record, isNew: record is null, key: new(idProperty, id));
    }
}
