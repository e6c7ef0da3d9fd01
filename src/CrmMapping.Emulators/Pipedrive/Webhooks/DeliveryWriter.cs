using System.Buffers;
using System.Globalization;
using System.Text.Json;
using NodaTime.Text;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Writes what a webhook is sent: ids in <c>meta</c> as texts, custom fields as objects, other than the API shows them.</summary>
internal static class DeliveryWriter
{
    private static readonly InstantPattern Milliseconds = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'");

    public static ReadOnlyMemory<byte> Write(Company company, Subscription subscription, QueuedDelivery delivery, int attempt)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Answer.Plain))
        {
            var what = delivery.Event;
            json.WriteStartObject();
            WriteMeta(json, company, subscription, delivery, attempt);
            WritePerson(json, company, "data", what.After, null);
            WritePerson(json, company, "previous", what.Before, what.After);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteMeta(Utf8JsonWriter json, Company company, Subscription subscription, QueuedDelivery delivery, int attempt)
    {
        var what = delivery.Event;
        json.WriteStartObject("meta");
        json.WriteString("action", what.Action);
        json.WriteString("entity", "person");
        json.WriteString("entity_id", Text(what.PersonId));
        json.WriteString("company_id", Text(company.Options.CompanyId));
        json.WriteString("user_id", Text(what.User));
        json.WriteString("webhook_id", Text(subscription.Id));
        json.WriteString("webhook_owner_id", Text(subscription.User));
        json.WriteString("id", delivery.Id);
        json.WriteString("correlation_id", delivery.Correlation);
        json.WriteBoolean("is_bulk_edit", false);
        json.WriteString("timestamp", Milliseconds.Format(what.At));
        json.WriteString("type", "general");
        json.WriteString("version", "2.0");
        json.WriteString("change_source", what.ByApi ? "api" : "app");
        json.WriteNumber("attempt", attempt);
        json.WriteString("host", $"{company.Options.CompanyDomain}.pipedrive.com");
        json.WriteStartArray("permitted_user_ids");
        foreach (var user in company.Users.All)
            json.WriteStringValue(Text(user.Id));
        json.WriteEndArray();
        if (what.MergedTo is { } survivor)
            json.WriteString("merged_to_id", Text(survivor));
        if (what.MergedFrom is { } loser)
            json.WriteString("merged_from_id", Text(loser));
        json.WriteEndObject();
    }

    // The state before a change shows only what the change changed.
    private static void WritePerson(Utf8JsonWriter json, Company company, string name, Person? person, Person? unlike)
    {
        if (person is null)
        {
            json.WriteNull(name);
            return;
        }

        var (first, last) = company.PartName(person.Name);
        json.WriteStartObject(name);
        if (unlike is null)
            json.WriteNumber("id", person.Id);
        if (unlike is null || unlike.Name != person.Name)
        {
            json.WriteString("name", person.Name);
            json.WriteString("first_name", first);
            json.WriteString("last_name", last);
        }

        if (unlike is null || unlike.OwnerId != person.OwnerId)
            PersonWriter.WriteNumber(json, "owner_id", person.OwnerId);
        if (unlike is null || unlike.OrgId != person.OrgId)
            PersonWriter.WriteNumber(json, "org_id", person.OrgId);
        if (unlike is null)
        {
            json.WriteNull("label");
            json.WriteString("visible_to", Text(person.VisibleTo));
            json.WriteString("add_time", PersonWriter.Time(person.AddedAt));
        }

        if (unlike is null || !unlike.Emails.SequenceEqual(person.Emails))
            PersonWriter.WriteEntries(json, "emails", person.Emails);
        if (unlike is null || !unlike.Phones.SequenceEqual(person.Phones))
            PersonWriter.WriteEntries(json, "phones", person.Phones);
        if (unlike is null || unlike.UpdatedAt != person.UpdatedAt)
            json.WriteString("update_time", PersonWriter.Time(person.UpdatedAt));
        WriteCustom(json, company, person, unlike);
        json.WriteEndObject();
    }

    private static void WriteCustom(Utf8JsonWriter json, Company company, Person person, Person? unlike)
    {
        json.WriteStartObject("custom_fields");
        foreach (var field in company.Fields.All.Where(static field => field.IsCustom))
        {
            var value = person.Values.GetValueOrDefault(field.Code);
            if (unlike is not null && unlike.Values.GetValueOrDefault(field.Code) == value)
                continue;
            json.WritePropertyName(field.Code);
            if (value is null)
                json.WriteNullValue();
            else
                WriteValue(json, field.Type, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string type, string value)
    {
        using var document = JsonDocument.Parse(value);
        var kept = document.RootElement;
        json.WriteStartObject();
        json.WriteString("type", type);
        switch (type)
        {
            case "enum" or "people" or "org" or "user":
                json.WritePropertyName("id");
                kept.WriteTo(json);
                break;
            case "set":
                json.WriteStartArray("values");
                foreach (var option in kept.EnumerateArray())
                {
                    json.WriteStartObject();
                    json.WritePropertyName("id");
                    option.WriteTo(json);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
            case "timerange" or "daterange":
                WritePart(json, "from", kept, "value");
                WritePart(json, "until", kept, "until");
                break;
            case "address":
                foreach (var part in kept.EnumerateObject())
                    part.WriteTo(json);
                break;
            case "monetary" or "time":
                WritePart(json, "value", kept, "value");
                if (type is "monetary")
                    WritePart(json, "currency", kept, "currency");
                if (type is "time")
                    json.WriteNull("timezone_id");
                break;
            default:
                json.WritePropertyName("value");
                kept.WriteTo(json);
                break;
        }

        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, string name, JsonElement value, string part)
    {
        json.WritePropertyName(name);
        value.GetProperty(part).WriteTo(json);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
