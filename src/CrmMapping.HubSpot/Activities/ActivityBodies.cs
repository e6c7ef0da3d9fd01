using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrmMapping.Http;
using NodaTime.Text;

namespace CrmMapping.HubSpot;

/// <summary>Writes activities as HubSpot takes them.</summary>
internal static class ActivityBodies
{
    public const string Disposition = "hs_call_disposition";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'");

    public static void Write(RequestBody body, IEnumerable<ActivityPart> parts, ActivityKind kind, string keyProperty)
    {
        using var writer = new Utf8JsonWriter(body, Compact);
        writer.WriteStartObject();
        writer.WriteStartArray("inputs"u8);
        foreach (var part in parts)
        {
            writer.WriteStartObject();
            writer.WriteString("objectWriteTraceId"u8, part.TraceId);
            if (part.Write is OutcomeChange change)
            {
                writer.WriteString("id"u8, change.ActivityId);
            }

            writer.WriteStartObject("properties"u8);
            Properties(writer, part, keyProperty);
            writer.WriteEndObject();
            if (part.Write is ActivityCreate create)
            {
                Association(writer, create.RecordId, kind.ToContact);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Properties(Utf8JsonWriter writer, ActivityPart part, string keyProperty)
    {
        switch (part.Write)
        {
            case OutcomeChange change:
                writer.WriteString(Disposition, change.Outcome ?? "");
                break;
            case CallLogging call:
                Common(writer, call, part.NamesOwner, keyProperty);
                Call(writer, call);
                break;
            case MessageLogging message:
                Common(writer, message, part.NamesOwner, keyProperty);
                writer.WriteString("hs_communication_channel_type"u8, "SMS"u8);
                writer.WriteString("hs_communication_logged_from"u8, "CRM"u8);
                writer.WriteString("hs_communication_body"u8, ActivityHtml.Of(message));
                break;
        }
    }

    private static void Common(Utf8JsonWriter writer, ActivityCreate activity, bool namesOwner, string keyProperty)
    {
        writer.WriteString(keyProperty, activity.Key);
        writer.WriteString("hs_timestamp"u8, Time.Format(activity.At));
        if (namesOwner)
        {
            writer.WriteString("hubspot_owner_id"u8, activity.OwnerId);
        }
    }

    private static void Call(Utf8JsonWriter writer, CallLogging call)
    {
        var isInbound = call.Direction == CallDirection.Inbound;
        var (from, to) = isInbound ? (call.ContactNumber, call.LineNumber) : (call.LineNumber, call.ContactNumber);
        writer.WriteString("hs_call_title"u8, call.Title);
        writer.WriteString("hs_call_body"u8, ActivityHtml.Of(call));
        writer.WriteString("hs_call_direction"u8, isInbound ? "INBOUND"u8 : "OUTBOUND"u8);
        writer.WriteString("hs_call_status"u8, StatusOf(call.Situation));
        writer.WriteString("hs_call_duration"u8, ((long)call.Length.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        Optional(writer, "hs_call_from_number"u8, from);
        Optional(writer, "hs_call_to_number"u8, to);
        Optional(writer, "hs_call_recording_url"u8, call.RecordingLink?.AbsoluteUri);
        Optional(writer, "hs_call_disposition"u8, call.Outcome);
    }

    // What happened, whatever people call its outcome.
    private static string StatusOf(CallSituation situation) => situation switch
    {
        CallSituation.OutboundAnswered or CallSituation.InboundAnswered => "COMPLETED",
        CallSituation.OutboundBusy => "BUSY",
        CallSituation.OutboundWrongNumber => "FAILED",
        _ => "NO_ANSWER",
    };

    private static void Optional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void Association(Utf8JsonWriter writer, string contact, int type)
    {
        writer.WriteStartArray("associations"u8);
        writer.WriteStartObject();
        writer.WriteStartObject("to"u8);
        writer.WriteString("id"u8, contact);
        writer.WriteEndObject();
        writer.WriteStartArray("types"u8);
        writer.WriteStartObject();
        writer.WriteString("associationCategory"u8, "HUBSPOT_DEFINED"u8);
        writer.WriteNumber("associationTypeId"u8, type);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
