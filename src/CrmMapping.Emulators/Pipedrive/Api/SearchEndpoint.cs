using System.Text.Json;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Answers searches for persons by name, address, number and custom texts.</summary>
internal static class SearchEndpoint
{
    private static readonly string[] Fields = ["custom_fields", "email", "notes", "phone", "name"];

    public static void Search(PipedriveCall call)
    {
        var isExact = call.QueryFlag("exact_match");
        var term = call.Query("term")?.Trim();
        if (term is null || term.Length < (isExact ? 1 : 2))
            throw PipedriveProblem.Invalid($"Validation failed: term: at least {(isExact ? 1 : 2)} characters");
        var fields = call.QueryList("fields") ?? Fields;
        if (fields.FirstOrDefault(field => !Fields.Contains(field)) is { } unknown)
            throw PipedriveProblem.Invalid($"Validation failed: fields: '{unknown}' is not one of {string.Join(", ", Fields)}");
        var limit = call.QueryNumber("limit", 100, 500);
        var organization = call.QueryId("organization_id");
        var cursor = Cursor.Read(call.Query("cursor"), "search");
        var found = Find(call.Company, term, fields, isExact).Where(person => (organization is null || person.OrgId == organization) && person.Id > (cursor?.Id ?? 0)).Take(limit + 1).ToList();
        var next = found.Count > limit ? new Cursor("search", 0, found[limit - 1].Id).ToString() : null;
        Write(call, found.Take(limit).ToList(), next);
    }

    // Whole addresses and numbers are looked up; anything else is looked for in all persons.
    private static IEnumerable<Person> Find(Company company, string term, IReadOnlyList<string> fields, bool isExact)
    {
        var asked = isExact && fields.All(static field => field is "email" or "phone")
            ? company.Persons.WithText(term)
            : company.Persons.Ordered;
        return asked.Where(person => !person.IsDeleted && fields.Any(field => Texts(person, field).Any(text => isExact
            ? text.Trim().Equals(term, StringComparison.OrdinalIgnoreCase)
            : text.Contains(term, StringComparison.OrdinalIgnoreCase) || (field is "phone" && HoldsDigits(text, term)))));
    }

    private static IEnumerable<string> Texts(Person person, string field) => field switch
    {
        "name" => [person.Name],
        "email" => person.Emails.Select(static entry => entry.Value),
        "phone" => person.Phones.Select(static entry => entry.Value),
        "notes" => person.Values.TryGetValue("notes", out var notes) ? [Plain(notes)] : [],
        _ => person.Values.Where(static value => !FieldBook.OfContactSync.Contains(value.Key)).Select(static value => Plain(value.Value)),
    };

    private static string Plain(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind is JsonValueKind.String ? document.RootElement.GetString()! : json;
    }

    private static bool HoldsDigits(string text, string term)
    {
        var digits = string.Concat(term.Where(char.IsAsciiDigit));
        return digits.Length >= 2 && string.Concat(text.Where(char.IsAsciiDigit)).Contains(digits, StringComparison.Ordinal);
    }

    private static void Write(PipedriveCall call, List<Person> found, string? next)
    {
        call.Answer.Records = found.Count;
        call.Succeed(
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("items");
                foreach (var person in found)
                    WriteItem(json, person);
                json.WriteEndArray();
                json.WriteEndObject();
            },
            json => json.WriteString("next_cursor", next));
    }

    private static void WriteItem(Utf8JsonWriter json, Person person)
    {
        json.WriteStartObject();
        json.WriteNumber("result_score", 0.5);
        json.WriteStartObject("item");
        json.WriteNumber("id", person.Id);
        json.WriteString("type", "person");
        json.WriteString("name", person.Name);
        WriteTexts(json, "phones", person.Phones.Select(static entry => entry.Value));
        WriteTexts(json, "emails", person.Emails.Select(static entry => entry.Value));
        json.WriteNumber("visible_to", person.VisibleTo);
        json.WriteStartObject("owner");
        PersonWriter.WriteNumber(json, "id", person.OwnerId);
        json.WriteEndObject();
        json.WriteNull("organization");
        WriteTexts(json, "custom_fields", []);
        WriteTexts(json, "notes", []);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
