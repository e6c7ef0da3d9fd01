using System.Text.Json;

namespace CrmMapping.HighLevel;

/// <summary>Takes the values of a contact as search holds it, where it holds all that is wanted.</summary>
/// <remarks>Search names some fields otherwise and leaves some out. What is not there may have a value all the same, so nothing is made of it.</remarks>
internal sealed class FoundReading(CrmFieldSet fields, CustomFields custom, CrmPage page)
{
    private const string Address = "address1";
    private const string FoundAddress = "address";

    // What search never held, as far as anybody saw.
    private static readonly HashSet<string> Never = ["companyName", "gender", "type", HighLevelFields.Inbound];

    /// <summary>Tells whether search may hold all of the fields.</summary>
    public static bool MayHold(CrmFieldSet fields) => !fields.Fields.Any(static field => Never.Contains(field.Key));

    /// <summary>Adds a contact to the page.</summary>
    /// <returns>False where search does not hold all of it, and nothing was added.</returns>
    public bool TryAdd(JsonElement item)
    {
        foreach (var field in fields.Fields)
        {
            if (!Holds(item, field.Key))
            {
                return false;
            }
        }

        ContactReading.Read(item, fields, custom, page, NameOf(item)).MayBeStale = true;
        return true;
    }

    private bool Holds(JsonElement item, string key) => key switch
    {
        "firstName" or "lastName" => item.TryGetProperty(key, out var name) && IsAsWritten(name),
        Address => item.TryGetProperty(Address, out _) || item.TryGetProperty(FoundAddress, out _),
        HighLevelFields.Inbound => item.TryGetProperty("inboundDndSettings", out _),
        _ when HighLevelFields.Channel(key) is not null => item.TryGetProperty("dndSettings", out _),
        _ when custom.Find(key) is not null => item.TryGetProperty("customFields", out _),
        _ => item.TryGetProperty(key, out _),
    };

    // Search keeps names in lower case as well: one without a capital may be such a copy.
    private static bool IsAsWritten(JsonElement name) => name.ValueKind == JsonValueKind.Null
        || (name.ValueKind == JsonValueKind.String && name.GetString() is { } text && (text.Any(char.IsUpper) || !text.Any(char.IsLower)));

    private static Func<string, string> NameOf(JsonElement item) =>
        key => key == Address && !item.TryGetProperty(Address, out _) ? FoundAddress : key;
}
