using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Shows a person as a flat list of texts, and reads edits of it that are written so.</summary>
internal sealed class PersonProperties(Company company)
{
    public PipedrivePerson Show(Person person)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var (first, last) = company.PartName(person.Name);
        Add(values, "name", person.Name);
        Add(values, "first_name", first);
        Add(values, "last_name", last);
        Add(values, "owner_id", person.OwnerId?.ToString(CultureInfo.InvariantCulture));
        Add(values, "org_id", person.OrgId?.ToString(CultureInfo.InvariantCulture));
        AddEntries(values, "email", person.Emails);
        AddEntries(values, "phone", person.Phones);
        foreach (var (code, json) in person.Values)
            Add(values, code, Plain(json));
        return new PipedrivePerson(person.Id, values, person.AddedAt, person.UpdatedAt, person.IsDeleted);
    }

    /// <summary>Reads values.</summary>
    /// <returns>What they change.</returns>
    /// <exception cref="PipedriveProblem">A value is not allowed.</exception>
    public Action<Person> Read(IEnumerable<KeyValuePair<string, string?>> properties)
    {
        List<Action<Person>> changes = [.. properties.Select(property => Read(property.Key, string.IsNullOrWhiteSpace(property.Value) ? null : property.Value))];
        return person => changes.ForEach(change => change(person));
    }

    private Action<Person> Read(string name, string? value)
    {
        var parts = name.Split('.', 2);
        switch (parts[0])
        {
            case "name":
                return person => person.Name = value ?? "";
            case "first_name":
                return person => person.Name = PersonName.Join(value, company.PartName(person.Name).Last);
            case "last_name":
                return person => person.Name = PersonName.Join(company.PartName(person.Name).First, value);
            case "owner_id":
                var owner = long.TryParse(value, out var id) ? id : throw PipedriveProblem.Invalid("owner_id is no number");
                return person => person.OwnerId = owner;
            case "email":
                return person => person.Emails = WithEntry(person.Emails, parts.ElementAtOrDefault(1), value);
            case "phone":
                return person => person.Phones = WithEntry(person.Phones, parts.ElementAtOrDefault(1), value);
            default:
                return ReadOther(name, value);
        }
    }

    private Action<Person> ReadOther(string name, string? value)
    {
        var field = company.Fields.FindCustom(name);
        var code = field?.Code ?? (company.Options.HasContactSync && FieldBook.OfContactSync.Contains(name) ? name : null)
            ?? throw PipedriveProblem.Invalid($"'{name}' is no field of a person");
        if (value is null)
            return person => person.Values.Remove(code);
        using var document = Parse(code, IsJson(field?.Type) ? value : JsonSerializer.Serialize(value, AdminJson.Default.String));
        var json = field is null ? document.RootElement.GetRawText() : ValueCheck.Read(field, document.RootElement)!;
        return person => person.Values[code] = json;
    }

    private static JsonDocument Parse(string code, string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            throw PipedriveProblem.Invalid($"'{json}' is no value of '{code}', which takes JSON such as 31");
        }
    }

    private static bool IsJson(string? type) => type is "double" or "enum" or "set" or "user" or "org" or "people" or "monetary" or "daterange" or "time"
        or "timerange" or "address";

    // With no label the primary entry is meant, with one the first that bears it.
    private static List<LabelledValue> WithEntry(IReadOnlyList<LabelledValue> entries, string? label, string? value)
    {
        List<LabelledValue> all = [.. entries];
        var index = all.FindIndex(entry => label is null ? entry.IsPrimary : entry.Label == label);
        if (index >= 0 && value is null)
            all.RemoveAt(index);
        else if (index >= 0)
            all[index] = all[index] with { Value = value! };
        else if (value is not null)
            all.Add(new LabelledValue(value, all.Count == 0, label ?? "work"));
        if (all.Count > 0 && !all.Exists(static entry => entry.IsPrimary))
            all[0] = all[0] with { IsPrimary = true };
        return all;
    }

    private static void AddEntries(Dictionary<string, string> values, string name, IReadOnlyList<LabelledValue> entries)
    {
        Add(values, name, entries.FirstOrDefault(static entry => entry.IsPrimary)?.Value);
        foreach (var entry in entries)
            values.TryAdd($"{name}.{entry.Label}", entry.Value);
    }

    private static void Add(Dictionary<string, string> values, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            values[name] = value;
    }

    private static string Plain(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind is JsonValueKind.String ? document.RootElement.GetString()! : json;
    }
}
