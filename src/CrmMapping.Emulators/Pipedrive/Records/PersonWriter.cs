using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Writes persons as the API shows them.</summary>
internal sealed class PersonWriter(Company company)
{
    public static string Time(Instant at) => InstantPattern.General.Format(at);

    /// <summary>Writes a person.</summary>
    /// <param name="json">Takes it.</param>
    /// <param name="person">The person.</param>
    /// <param name="view">What of it is to be seen; null means the usual.</param>
    public void Write(Utf8JsonWriter json, Person person, PersonView? view = null)
    {
        view ??= PersonView.Usual;
        var (first, last) = company.PartName(person.Name);
        json.WriteStartObject();
        json.WriteNumber("id", person.Id);
        json.WriteString("name", person.Name);
        json.WriteString("first_name", first);
        json.WriteString("last_name", last);
        WriteNumber(json, "owner_id", person.OwnerId);
        WriteNumber(json, "org_id", person.OrgId);
        json.WriteString("add_time", Time(person.AddedAt));
        json.WriteString("update_time", Time(person.UpdatedAt));
        WriteEntries(json, "emails", person.Emails);
        WriteEntries(json, "phones", person.Phones);
        json.WriteBoolean("is_deleted", person.IsDeleted);
        json.WriteNumber("visible_to", person.VisibleTo);
        json.WriteStartArray("label_ids");
        foreach (var label in person.LabelIds)
            json.WriteNumberValue(label);
        json.WriteEndArray();
        json.WriteNull("picture_id");
        WriteOptional(json, person, view);
        WriteCustom(json, person, view);
        if (company.Options.HasContactSync)
        {
            foreach (var name in FieldBook.OfContactSync)
                WriteRaw(json, name, person.Values.GetValueOrDefault(name));
        }

        json.WriteEndObject();
    }

    public static void WriteEntries(Utf8JsonWriter json, string name, IEnumerable<LabelledValue> entries)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("value", entry.Value);
            json.WriteBoolean("primary", entry.IsPrimary);
            json.WriteString("label", entry.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    // Nobody has deals, activities, notes or files here.
    private void WriteOptional(Utf8JsonWriter json, Person person, PersonView view)
    {
        foreach (var name in view.Optional)
            WriteNumber(json, name, name.EndsWith("_count", StringComparison.Ordinal) ? 0 : null);
        if (view.ShowsLabels)
            WriteOptions(json, "labels", company.Fields.Find("label_ids")!, person.LabelIds);
    }

    private void WriteCustom(Utf8JsonWriter json, Person person, PersonView view)
    {
        json.WriteStartObject("custom_fields");
        foreach (var field in company.Fields.All)
        {
            if (!field.IsCustom || view.Custom?.Contains(field.Code) == false)
                continue;
            if (view.ShowsOptionLabels && field.Type is "enum" or "set" && person.Values.TryGetValue(field.Code, out var chosen))
                WriteChosen(json, field, chosen);
            else
                WriteRaw(json, field.Code, person.Values.GetValueOrDefault(field.Code));
        }

        json.WriteEndObject();
    }

    private static void WriteChosen(Utf8JsonWriter json, PipedriveField field, string chosen)
    {
        using var document = JsonDocument.Parse(chosen);
        if (field.Type is "set")
        {
            WriteOptions(json, field.Code, field, document.RootElement.EnumerateArray().Select(static item => item.GetInt32()));
            return;
        }

        json.WritePropertyName(field.Code);
        WriteOption(json, field, document.RootElement.GetInt32());
    }

    private static void WriteOptions(Utf8JsonWriter json, string name, PipedriveField field, IEnumerable<int> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
            WriteOption(json, field, id);
        json.WriteEndArray();
    }

    private static void WriteOption(Utf8JsonWriter json, PipedriveField field, int id)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteString("label", field.Options.FirstOrDefault(option => option.Id == id)?.Label);
        json.WriteEndObject();
    }

    private static void WriteRaw(Utf8JsonWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        if (value is null)
            json.WriteNullValue();
        else
            json.WriteRawValue(value, skipInputValidation: true);
    }
}
