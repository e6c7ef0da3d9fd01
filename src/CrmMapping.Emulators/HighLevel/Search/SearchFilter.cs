using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Reads the filters of a search into a test of contacts: those of a list hold together, a group says how its own do.</summary>
internal static class SearchFilter
{
    private const int Longest = 75;

    private static readonly string[] Operators = ["eq", "not_eq", "contains", "not_contains", "exists", "not_exists", "range"];

    public static Func<Contact, bool> Read(JsonElement body, string name)
    {
        var tests = Tests(body, name);
        return contact => tests.TrueForAll(test => test(contact));
    }

    private static List<Func<Contact, bool>> Tests(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var filters))
            return [];
        return filters.ValueKind is JsonValueKind.Array && filters.EnumerateArray().All(static filter => filter.ValueKind is JsonValueKind.Object)
            ? [.. filters.EnumerateArray().Select(One)]
            : throw HighLevelProblem.Invalid("filters must be an array of objects");
    }

    private static Func<Contact, bool> One(JsonElement filter)
    {
        if (filter.Text("group") is { } group)
        {
            var tests = Tests(filter, "filters");
            return group switch
            {
                "AND" => contact => tests.TrueForAll(test => test(contact)),
                "OR" => contact => tests.Exists(test => test(contact)),
                _ => throw HighLevelProblem.Invalid("group must be one of the following values: AND, OR"),
            };
        }

        var field = filter.Text("field") ?? throw HighLevelProblem.Invalid("filters.field should not be empty");
        var what = filter.Text("operator") ?? "";
        if (!Operators.Contains(what))
            throw HighLevelProblem.Invalid($"filters.operator must be one of the following values: {string.Join(", ", Operators)}");
        var value = filter.TryGetProperty("value", out var given) ? given : default;
        return what is "range" ? Range(field, value) : Compare(field, what, Value(value));
    }

    private static Func<Contact, bool> Compare(string field, string what, string value)
    {
        if (value.Length > Longest)
            throw HighLevelProblem.Invalid($"filters.value must be shorter than or equal to {Longest} characters");
        return what switch
        {
            "exists" => contact => Texts(contact, field).Any(),
            "not_exists" => contact => !Texts(contact, field).Any(),
            "eq" => contact => Texts(contact, field).Any(text => text.Equals(value, StringComparison.OrdinalIgnoreCase)),
            "not_eq" => contact => !Texts(contact, field).Any(text => text.Equals(value, StringComparison.OrdinalIgnoreCase)),
            "contains" => contact => Texts(contact, field).Any(text => text.Contains(value, StringComparison.OrdinalIgnoreCase)),
            _ => contact => !Texts(contact, field).Any(text => text.Contains(value, StringComparison.OrdinalIgnoreCase)),
        };
    }

    private static Func<Contact, bool> Range(string field, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object || field is not ("dateAdded" or "dateUpdated"))
            throw HighLevelProblem.Invalid("filters.value of a range must be an object of gt, gte, lt, lte on a date");
        var bounds = value.EnumerateObject().Select(static bound => Bound(bound.Name, Time(bound.Value))).ToList();
        return contact => bounds.TrueForAll(bound => bound(field is "dateAdded" ? contact.AddedAt : contact.UpdatedAt));
    }

    private static Func<Instant, bool> Bound(string name, Instant bound) => name switch
    {
        "gt" => at => at > bound,
        "gte" => at => at >= bound,
        "lt" => at => at < bound,
        "lte" => at => at <= bound,
        _ => throw HighLevelProblem.Invalid($"filters.value.property {name} should not exist"),
    };

    public static Instant Time(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var milliseconds) => Instant.FromUnixTimeMilliseconds(milliseconds),
        JsonValueKind.String when InstantPattern.ExtendedIso.Parse(value.GetString()!) is { Success: true } read => read.Value,
        _ => throw HighLevelProblem.Invalid("filters.value must be a date such as 2026-03-01T00:00:00Z"),
    };

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    private static IEnumerable<string> Texts(Contact contact, string field) => field.Split('.') switch
    {
        ["tags"] => contact.Tags,
        ["dnd"] => [contact.IsBlocked ? "true" : "false"],
        ["firstNameLowerCase"] => Text(contact, "firstName"),
        ["lastNameLowerCase"] => Text(contact, "lastName"),
        ["dndSettings", var channel, "status"] => contact.Blocks.TryGetValue(channel, out var block) ? [block.Status] : [],
        ["inboundDndSettings", "all", "status"] => contact.InboundBlock is { } inbound ? [inbound.Status] : [],
        ["customFields", var id] => contact.Custom.TryGetValue(id, out var json) ? [json.Trim('"')] : [],
        ["id"] => [contact.Id],
        [var name] => Text(contact, name),
        _ => throw HighLevelProblem.Invalid(string.Create(CultureInfo.InvariantCulture, $"filters.field {field} is not searchable")),
    };

    private static IEnumerable<string> Text(Contact contact, string name) => contact.Values.TryGetValue(name, out var value) ? [value] : [];
}
