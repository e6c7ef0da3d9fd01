using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Reads the body of a write into a person: all that is wrong is found before anything changes.</summary>
internal sealed class PersonInput(Company company, JsonElement body)
{
    private const int MostOfNotes = 10_000;

    private static readonly string[] MarketingStatuses = ["no_consent", "unsubscribed", "subscribed", "archived"];

    private readonly List<Action<Person>> _changes = [];

    /// <summary>Checks a body.</summary>
    /// <param name="isNew">Whether a person is to be made.</param>
    /// <returns>What it changes.</returns>
    /// <exception cref="PipedriveProblem">Something in it is refused.</exception>
    public Action<Person> Read(bool isNew)
    {
        if (isNew && (!body.TryGetProperty("name", out var name) || name.ValueKind is JsonValueKind.Null))
            throw PipedriveProblem.Invalid("Validation failed: name: Required");
        foreach (var property in body.EnumerateObject())
            Take(property.Name, property.Value, isNew);
        return person => _changes.ForEach(change => change(person));
    }

    private void Take(string name, JsonElement value, bool isNew)
    {
        switch (name)
        {
            case "name":
                var text = ValueCheck.IsText(value, 255) && value.GetString()!.Trim() is { Length: > 0 } full ? full : throw Wrong(name, "a text that is not empty");
                _changes.Add(person => person.Name = text);
                break;
            case "owner_id":
                var owner = Id(name, value);
                if (owner is not { } user || company.Users.Find(user) is not { IsActive: true, IsDeleted: false })
                    throw Wrong(name, "the id of an active user");
                _changes.Add(person => person.OwnerId = owner);
                break;
            case "org_id":
                var org = value.ValueKind is JsonValueKind.Null ? null : Id(name, value);
                _changes.Add(person => person.OrgId = org);
                break;
            case "emails":
                var emails = Entries(name, value);
                _changes.Add(person => person.Emails = emails);
                break;
            case "phones":
                var phones = Entries(name, value);
                _changes.Add(person => person.Phones = phones);
                break;
            case "visible_to":
                var visible = Whole(name, value);
                _changes.Add(person => person.VisibleTo = visible);
                break;
            case "label_ids":
                int[] labels = value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => Whole(name, item))] : throw Wrong(name, "a list of numbers");
                _changes.Add(person => person.LabelIds = labels);
                break;
            case "add_time" when isNew:
                var added = Time(name, value);
                _changes.Add(person => person.AddedAt = added);
                break;
            case "custom_fields":
                TakeCustom(value);
                break;
            case var _ when FieldBook.OfContactSync.Contains(name):
                TakeOfContactSync(name, value);
                break;
            case "marketing_status":
                // A status that the company may not set stays as it is, without a word.
                if (value.ValueKind is not JsonValueKind.String || !MarketingStatuses.Contains(value.GetString()))
                    throw Wrong(name, $"one of {string.Join(", ", MarketingStatuses)}");
                break;
            default:
                throw PipedriveProblem.Invalid($"Validation failed: {name}: Unrecognized key");
        }
    }

    private void TakeCustom(JsonElement values)
    {
        if (values.ValueKind is not JsonValueKind.Object)
            throw Wrong("custom_fields", "an object");
        foreach (var property in values.EnumerateObject())
        {
            if (company.Fields.Find(property.Name) is not { IsCustom: true } field)
                throw PipedriveProblem.Invalid($"Validation failed: custom_fields.{property.Name}: Unrecognized key");
            Keep(field.Code, ValueCheck.Read(field, property.Value));
        }
    }

    private void TakeOfContactSync(string name, JsonElement value)
    {
        if (!company.Options.HasContactSync)
            throw PipedriveProblem.Forbidden($"The field '{name}' is available only for companies with contact sync enabled");
        if (value.ValueKind is JsonValueKind.Null)
        {
            Keep(name, null);
            return;
        }

        var json = name switch
        {
            "birthday" => ValueCheck.IsDate(value) ? value.GetRawText() : null,
            "im" => Entries(name, value).Count == value.GetArrayLength() ? value.GetRawText() : null,
            "postal_address" => AddressParts.Read(value),
            "notes" => ValueCheck.IsText(value, MostOfNotes) ? value.GetRawText() : null,
            _ => ValueCheck.IsText(value, 255) ? value.GetRawText() : null,
        };
        Keep(name, json ?? throw Wrong(name, "a value of its type"));
    }

    private void Keep(string code, string? json) => _changes.Add(person =>
    {
        if (json is null)
            person.Values.Remove(code);
        else
            person.Values[code] = json;
    });

    private static List<LabelledValue> Entries(string name, JsonElement list)
    {
        if (list.ValueKind is not JsonValueKind.Array)
            throw Wrong(name, "a list");
        List<LabelledValue> entries = [];
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind is not JsonValueKind.Object || !item.TryGetProperty("value", out var value) || value.ValueKind is not JsonValueKind.String)
                throw Wrong(name, "entries with a value");
            if (item.TryGetProperty("primary", out var primary) && primary.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                throw Wrong(name, "true or false for primary");
            if (value.GetString()!.Trim() is { Length: > 0 } text)
                entries.Add(new LabelledValue(text, primary.ValueKind is JsonValueKind.True, StrictInput.Text(item, "label") is { Length: > 0 } label ? label : "work"));
        }

        // One is primary: the first that says so, else the first.
        var first = Math.Max(0, entries.FindIndex(static entry => entry.IsPrimary));
        return [.. entries.Select((entry, index) => entry with { IsPrimary = index == first })];
    }

    private static long? Id(string name, JsonElement value) => ValueCheck.IsId(value) ? value.GetInt64() : throw Wrong(name, "a number");

    private static int Whole(string name, JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0 ? number : throw Wrong(name, "a number");

    private static Instant Time(string name, JsonElement value) =>
        value.ValueKind is JsonValueKind.String && InstantPattern.ExtendedIso.Parse(value.GetString()!) is { Success: true } read
            ? Instant.FromUnixTimeSeconds(read.Value.ToUnixTimeSeconds())
            : throw Wrong(name, "a time such as 2026-03-01T12:00:00Z");

    private static PipedriveProblem Wrong(string name, string wanted) =>
        PipedriveProblem.Invalid(string.Create(CultureInfo.InvariantCulture, $"Validation failed: {name}: expected {wanted}"));
}
