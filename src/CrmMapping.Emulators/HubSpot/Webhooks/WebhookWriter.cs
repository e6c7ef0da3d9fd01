using System.Buffers;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Writes a delivery: an array of events.</summary>
internal static class WebhookWriter
{
    public static ReadOnlyMemory<byte> Write(IEnumerable<QueuedEvent<WebhookEvent>> events, HubSpotEmulatorOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Answer.Plain))
        {
            json.WriteStartArray();
            foreach (var queued in events)
                Write(json, queued.Event, queued.Attempt, options);
            json.WriteEndArray();
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, WebhookEvent what, int attempt, HubSpotEmulatorOptions options)
    {
        var asObject = options.WebhookStyle is HubSpotWebhookStyle.ObjectEvents && what.What is not "privacyDeletion";
        json.WriteStartObject();
        json.WriteNumber("eventId", what.EventId);
        json.WriteNumber("subscriptionId", 20 + Subscription(what.What));
        json.WriteNumber("portalId", options.PortalId);
        json.WriteNumber("appId", options.AppId);
        json.WriteNumber("occurredAt", what.OccurredAt.ToUnixTimeMilliseconds());
        json.WriteString("subscriptionType", $"{(asObject ? "object" : "contact")}.{what.What}");
        json.WriteNumber("attemptNumber", attempt);
        json.WriteNumber("objectId", what.ObjectId);
        if (asObject)
            json.WriteString("objectTypeId", what.Kind.TypeId);
        if (what.PropertyName is not null)
        {
            json.WriteString("propertyName", what.PropertyName);
            json.WriteString("propertyValue", what.PropertyValue);
        }

        if (what.ChangeFlag is not null)
            json.WriteString("changeFlag", what.ChangeFlag);
        if (what.Merge is { } merge)
            Write(json, merge);
        json.WriteString("changeSource", what.Stamp.Origin.Source);
        json.WriteString("sourceId", what.Stamp.Origin.SourceId);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, WebhookEvent.MergeFacts merge)
    {
        json.WriteNumber("primaryObjectId", merge.Primary);
        json.WriteStartArray("mergedObjectIds");
        json.WriteNumberValue(merge.Merged);
        json.WriteEndArray();
        json.WriteNumber("newObjectId", merge.New);
        json.WriteNumber("numberOfPropertiesMoved", merge.PropertiesMoved);
    }

    private static int Subscription(string what) => what switch
    {
        "creation" => 2,
        "deletion" => 3,
        "merge" => 4,
        "propertyChange" => 5,
        "restore" => 6,
        _ => 7,
    };
}
