using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Writes records as JSON straight from the store.</summary>
internal sealed class RecordWriter(HubSpotPortal portal, ObjectKind kind, Selection selection)
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Properties = JsonEncodedText.Encode("properties");
    private static readonly JsonEncodedText CreatedAt = JsonEncodedText.Encode("createdAt");
    private static readonly JsonEncodedText UpdatedAt = JsonEncodedText.Encode("updatedAt");
    private static readonly JsonEncodedText Archived = JsonEncodedText.Encode("archived");

    /// <summary>Writes a record as it is, or as it was when the search index last looked.</summary>
    public void Write(Utf8JsonWriter json, CrmRecord record, Instant? asOf = null, Action<Utf8JsonWriter>? more = null)
    {
        json.WriteStartObject();
        json.WriteString(Id, record.Id.ToString(CultureInfo.InvariantCulture));
        WriteProperties(json, record, asOf);
        if (selection.WithHistory.Length > 0)
            WriteHistory(json, record);
        json.WriteString(CreatedAt, WireTime.Format(record.CreatedAt));
        json.WriteString(UpdatedAt, WireTime.Format(asOf is { } time ? record.UpdatedAtOf(time) : record.UpdatedAt));
        json.WriteBoolean(Archived, record.IsArchived);
        if (record.ArchivedAt is { } archivedAt)
            json.WriteString("archivedAt", WireTime.Format(archivedAt));
        json.WriteString("url", $"https://app.hubspot.com/contacts/{portal.Options.PortalId}/record/{kind.TypeId}/{record.Id}");
        more?.Invoke(json);
        json.WriteEndObject();
    }

    private void WriteProperties(Utf8JsonWriter json, CrmRecord record, Instant? asOf)
    {
        json.WriteStartObject(Properties);
        foreach (var ordinal in selection.Shown)
        {
            if (kind.Schema[ordinal].Archived)
                continue;
            var value = RecordReader.Value(kind.Schema, record, ordinal, asOf);
            if (value is not null)
                json.WriteString(kind.Schema.NameOf(ordinal), value);
            else if (!portal.Options.OmitsEmptyProperties)
                json.WriteNull(kind.Schema.NameOf(ordinal));
        }

        json.WriteEndObject();
    }

    private void WriteHistory(Utf8JsonWriter json, CrmRecord record)
    {
        json.WriteStartObject("propertiesWithHistory");
        foreach (var ordinal in selection.WithHistory)
        {
            json.WriteStartArray(kind.Schema.NameOf(ordinal));
            foreach (var entry in record.HistoryOf(ordinal))
            {
                json.WriteStartObject();
                json.WriteString("value", entry.Value ?? "");
                json.WriteString("timestamp", WireTime.Format(entry.Stamp.At));
                json.WriteString("sourceType", entry.Stamp.Origin.Source);
                json.WriteString("sourceId", entry.Stamp.Origin.SourceId);
                if (entry.Stamp.Origin.UserId is { } user)
                    json.WriteNumber("updatedByUserId", user);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
