using System.Text.Encodings.Web;
using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Writes tasks as Salesforce takes them.</summary>
internal static class TaskBodies
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(RequestBody body, IEnumerable<TaskWrite> tasks)
    {
        using var writer = new Utf8JsonWriter(body, Compact);
        writer.WriteStartObject();
        writer.WriteBoolean("allOrNone"u8, false);
        writer.WriteStartArray("records"u8);
        foreach (var task in tasks)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("attributes"u8);
            writer.WriteString("type"u8, "Task"u8);
            writer.WriteEndObject();
            Values(writer, task);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Values(Utf8JsonWriter writer, TaskWrite task)
    {
        switch (task.Write)
        {
            case OutcomeChange change:
                writer.WriteString("id"u8, change.ActivityId);
                Outcome(writer, change.Outcome);
                break;
            case CallLogging call:
                Activity(writer, call, task.NamesOwner);
                writer.WriteString("TaskSubtype"u8, "Call"u8);
                writer.WriteNumber("CallDurationInSeconds"u8, (long)Math.Round(call.Length.TotalSeconds));
                if (call.Outcome is not null)
                {
                    Outcome(writer, call.Outcome);
                }

                break;
            case ActivityCreate message:
                Activity(writer, message, task.NamesOwner);
                break;
        }
    }

    private static void Activity(Utf8JsonWriter writer, ActivityCreate activity, bool namesOwner)
    {
        writer.WriteString("WhoId"u8, activity.RecordId);
        writer.WriteString("Subject"u8, TaskText.Cut(activity.Title, TaskText.MostOfSubject));
        writer.WriteString("Description"u8, TaskText.DescriptionOf(activity));
        writer.WriteString("Status"u8, "Completed"u8);
        writer.WriteString("ActivityDate"u8, NodaTime.Text.LocalDatePattern.Iso.Format(activity.At.InUtc().Date));
        writer.WriteString("CallType"u8, activity.Direction == CallDirection.Inbound ? "Inbound"u8 : "Outbound"u8);
        writer.WriteString("CallObject"u8, activity.Key);
        if (namesOwner)
        {
            writer.WriteString("OwnerId"u8, activity.OwnerId);
        }
    }

    private static void Outcome(Utf8JsonWriter writer, string? outcome)
    {
        if (outcome is null)
        {
            writer.WriteNull("CallDisposition"u8);
        }
        else
        {
            writer.WriteString("CallDisposition"u8, TaskText.Cut(outcome, TaskText.MostOfSubject));
        }
    }
}
