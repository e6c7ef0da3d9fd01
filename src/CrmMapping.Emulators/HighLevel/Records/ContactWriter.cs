using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Writes contacts in the three shapes of the service: as they are read, as search finds them, and as webhooks tell of them.</summary>
internal sealed class ContactWriter(Location location)
{
    private static readonly InstantPattern Milliseconds = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'");

    private static readonly string[] Texts =
    [
        "firstName", "lastName", "email", "phone", "companyName", "address1", "city", "state", "postalCode", "country", "website", "timezone", "source",
        "assignedTo", "gender",
    ];

    public static string Time(Instant at) => Milliseconds.Format(at);

    /// <summary>Writes a contact as reads give it; as creates do, the date of birth bears a time.</summary>
    public void Write(Utf8JsonWriter json, Contact contact, bool isNew = false)
    {
        json.WriteStartObject();
        json.WriteString("id", contact.Id);
        json.WriteString("locationId", location.Options.LocationId);
        json.WriteString("name", contact.Name);
        foreach (var name in Texts)
            json.WriteString(name, contact.Values.GetValueOrDefault(name));
        json.WriteString("dateOfBirth", BirthDateOf(contact, isNew));
        json.WriteString("type", "lead");
        WriteRest(json, contact, withBlocks: true);
        json.WriteString("dateAdded", Time(contact.AddedAt));
        json.WriteString("dateUpdated", Time(contact.UpdatedAt));
        json.WriteEndObject();
    }

    /// <summary>Writes a contact as search finds it: under other names here and there, and at times without what is said of channels.</summary>
    public void WriteFound(Utf8JsonWriter json, Contact contact, (long At, string Id) place, bool withBlocks)
    {
        json.WriteStartObject();
        json.WriteString("id", contact.Id);
        json.WriteString("locationId", location.Options.LocationId);
        json.WriteString("firstNameLowerCase", contact.Values.GetValueOrDefault("firstName")?.ToLowerInvariant());
        json.WriteString("lastNameLowerCase", contact.Values.GetValueOrDefault("lastName")?.ToLowerInvariant());
        json.WriteString("firstName", contact.Values.GetValueOrDefault("firstName"));
        json.WriteString("lastName", contact.Values.GetValueOrDefault("lastName"));
        json.WriteString("contactName", contact.Name);
        json.WriteString("businessName", contact.Values.GetValueOrDefault("companyName"));
        json.WriteString("address", contact.Values.GetValueOrDefault("address1"));
        foreach (var name in (string[])["email", "phone", "city", "state", "postalCode", "country", "website", "timezone", "source", "assignedTo"])
            json.WriteString(name, contact.Values.GetValueOrDefault(name));
        json.WriteString("dateOfBirth", BirthDateOf(contact, withTime: true));
        WriteRest(json, contact, withBlocks);
        json.WriteString("dateAdded", Time(contact.AddedAt));
        json.WriteString("dateUpdated", Time(contact.UpdatedAt));
        json.WriteStartArray("searchAfter");
        json.WriteNumberValue(place.At);
        json.WriteStringValue(place.Id);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the contact's fields into a webhook; empty ones are left out.</summary>
    public void WriteTold(Utf8JsonWriter json, Contact contact, string kind)
    {
        if (contact.Name is { } full)
            json.WriteString("name", full);
        foreach (var name in Texts)
        {
            if (contact.Values.TryGetValue(name, out var value) && name is not "gender")
                json.WriteString(name, value);
        }

        if (BirthDateOf(contact, withTime: true) is { } date)
            json.WriteString("dateOfBirth", date);
        WriteRest(json, contact, withBlocks: kind is "ContactDndUpdate");
        json.WriteStartArray("attachments");
        json.WriteEndArray();
        json.WriteString("dateAdded", Time(contact.AddedAt));
    }

    private static string? BirthDateOf(Contact contact, bool withTime) =>
        contact.Values.TryGetValue("dateOfBirth", out var date) ? withTime ? $"{date}T00:00:00.000Z" : date : null;

    private void WriteRest(Utf8JsonWriter json, Contact contact, bool withBlocks)
    {
        json.WriteBoolean("dnd", contact.IsBlocked);
        if (withBlocks)
        {
            json.WriteStartObject("dndSettings");
            foreach (var (channel, block) in contact.Blocks)
                WriteBlock(json, channel, block);
            json.WriteEndObject();
            if (contact.InboundBlock is { } inbound)
            {
                json.WriteStartObject("inboundDndSettings");
                WriteBlock(json, "all", inbound);
                json.WriteEndObject();
            }
        }

        json.WriteStartArray("tags");
        foreach (var tag in contact.Tags)
            json.WriteStringValue(tag);
        json.WriteEndArray();
        json.WriteStartArray("customFields");
        foreach (var (id, value) in contact.Custom.Where(value => location.Fields.Find(value.Key) is not null))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WritePropertyName("value");
            json.WriteRawValue(value, skipInputValidation: true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBlock(Utf8JsonWriter json, string channel, Block block)
    {
        json.WriteStartObject(channel);
        json.WriteString("status", block.Status);
        if (block.Message is not null)
            json.WriteString("message", block.Message);
        if (block.Code is not null)
            json.WriteString("code", block.Code);
        json.WriteEndObject();
    }
}
