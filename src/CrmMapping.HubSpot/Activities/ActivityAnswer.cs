using System.Text;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Gives each part of a batch's answer to the activity that it speaks of. HubSpot keeps no order.</summary>
internal static class ActivityAnswer
{
    private const string Owner = "hubspot_owner_id";

    /// <summary>Ends what was done or refused for good. What is to be sent or looked for once more stays open.</summary>
    /// <exception cref="JsonException">The answer is none.</exception>
    public static void Read(ReadOnlySpan<byte> json, IReadOnlyList<ActivityPart> batch, string keyProperty)
    {
        var answer = JsonSerializer.Deserialize(json, HubSpotJson.Default.WireActivityBatch) ?? throw new JsonException("The answer is null.");
        foreach (var activity in answer.Results.OfType<WireActivity>())
        {
            Find(batch, activity, keyProperty)?.End(CrmWriteOutcome.Written, activity.Id ?? throw new JsonException("An activity came without an id."));
        }

        foreach (var refusal in answer.Errors is { } errors ? RefusalReader.ReadAll(Encoding.UTF8.GetBytes(errors.GetRawText())) : [])
        {
            var named = batch.Where(part => part.Result is null && (refusal.TraceIds.Contains(part.TraceId)
                || (part.Write is OutcomeChange change && refusal.Ids.Contains(change.ActivityId)))).ToList();
            foreach (var part in named.Count > 0 || batch.Count > 1 ? named : [.. batch.Where(static part => part.Result is null)])
            {
                Refuse(part, refusal.ToWriteRefusal(), keyProperty);
            }
        }
    }

    /// <summary>Ends what was refused for good. One that is there already is to be looked for, one with a false owner to be sent without.</summary>
    public static void Refuse(ActivityPart part, WriteRefusal refusal, string keyProperty)
    {
        part.Refusal = $"HubSpot answered {refusal.Summary}.";
        if (part.NamesOwner && refusal.Fields.Any(static field => field.Field == Owner))
        {
            part.NamesOwner = false;
        }
        else if (part.Write is OutcomeChange && refusal.IsNotFound)
        {
            part.End(CrmWriteOutcome.NotFound);
        }
        else if (part.Write is not ActivityCreate || !(refusal.IsConflict || refusal.Fields.Any(field => field.Field == keyProperty)))
        {
            part.End(CrmWriteOutcome.Refused, message: part.Refusal);
        }
    }

    private static ActivityPart? Find(IReadOnlyList<ActivityPart> batch, WireActivity activity, string keyProperty) =>
        batch.FirstOrDefault(part => part.Result is null && part.TraceId == activity.ObjectWriteTraceId)
        ?? batch.FirstOrDefault(part => part.Result is null && (part.Write is OutcomeChange change
            ? change.ActivityId == activity.Id
            : part.Write.Key == activity.Properties?.GetValueOrDefault(keyProperty)));
}
