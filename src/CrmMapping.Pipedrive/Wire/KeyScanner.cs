using System.Globalization;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Pipedrive;

/// <summary>Finds in a page of a list the persons that hold a wanted address or number, in whichever of their entries.</summary>
internal static class KeyScanner
{
    /// <exception cref="JsonException">The answer is none.</exception>
    public static IEnumerable<string> Find(ReadOnlySpan<byte> json, WantedKeys wanted)
    {
        List<string> ids = [];
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            // Persons are the objects of the list that the answer's object holds.
            if (reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 2 } && ReadPerson(ref reader, wanted) is { } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private static string? ReadPerson(ref Utf8JsonReader reader, WantedKeys wanted)
    {
        long? id = null;
        var isWanted = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            var isEmail = reader.ValueTextEquals("emails"u8);
            var isPhone = reader.ValueTextEquals("phones"u8);
            reader.Read();
            if (isId && reader.TokenType == JsonTokenType.Number)
            {
                id = reader.GetInt64();
            }
            else if ((isEmail || isPhone) && reader.TokenType == JsonTokenType.StartArray)
            {
                using var list = JsonDocument.ParseValue(ref reader);
                isWanted |= PersonEntries.Read(list.RootElement).Values.Any(isEmail ? wanted.HasEmail : wanted.MayHavePhone);
            }
            else
            {
                reader.Skip();
            }
        }

        return isWanted ? id?.ToString(CultureInfo.InvariantCulture) : null;
    }
}
