using System.Text.Json;

namespace CrmMapping.Outcomes;

/// <summary>Finds properties that are there twice, of which a reader would take one and lose the other.</summary>
internal static class JsonRepetitions
{
    public static IEnumerable<ImportRefusal> Find(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => OfObject(value, path),
        JsonValueKind.Array => value.EnumerateArray().Index().SelectMany(each => Find(each.Item, $"{path}[{each.Index}]")),
        _ => [],
    };

    private static IEnumerable<ImportRefusal> OfObject(JsonElement value, string path)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var name = NameOf(property);
            var place = name.All(char.IsAsciiLetter) ? $"{path}.{name}" : $"{path}[{OutcomeWording.Quote(name)}]";
            if (!names.Add(name))
            {
                yield return RulesFileRefusals.PropertyTwice(place, name);
            }

            foreach (var refusal in Find(property.Value, place))
            {
                yield return refusal;
            }
        }
    }

    // An escape may name half a character, which is text to JSON and to nobody else.
    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
