using System.Text.Json;

namespace CrmMapping.Salesforce;

/// <summary>Tells where in the answer to several requests the answer to one of them stands.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Start">Where its body begins.</param>
/// <param name="Length">How long its body is.</param>
internal readonly record struct CompositePart(int Status, int Start, int Length)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json) => json.Slice(Start, Length);

    /// <summary>Reads an answer.</summary>
    /// <param name="json">The whole answer.</param>
    /// <returns>The answers to its parts by their names.</returns>
    /// <exception cref="JsonException">The answer is none.</exception>
    public static Dictionary<string, CompositePart> ReadAll(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        Dictionary<string, CompositePart>? parts = null;
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("compositeResponse"u8))
            {
                parts = ReadParts(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return reader.TokenType == JsonTokenType.EndObject && !reader.Read() && parts is not null
            ? parts
            : throw new JsonException("The answer is no whole answer to several requests.");
    }

    private static Dictionary<string, CompositePart> ReadParts(ref Utf8JsonReader reader)
    {
        var parts = new Dictionary<string, CompositePart>(StringComparer.Ordinal);
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var (name, part) = ReadPart(ref reader);
            parts[name] = part;
        }

        return reader.TokenType == JsonTokenType.EndArray ? parts : throw new JsonException("The answer holds something that is no answer to a part.");
    }

    private static (string Name, CompositePart Part) ReadPart(ref Utf8JsonReader reader)
    {
        var (name, status, start, length) = ((string?)null, 0, 0, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var which = reader.ValueTextEquals("body"u8) ? 1 : reader.ValueTextEquals("referenceId"u8) ? 2 : reader.ValueTextEquals("httpStatusCode"u8) ? 3 : 0;
            reader.Read();
            switch (which)
            {
                case 1:
                    start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    length = (int)reader.BytesConsumed - start;
                    break;
                case 2 when reader.TokenType == JsonTokenType.String:
                    name = reader.GetString();
                    break;
                case 3 when reader.TokenType == JsonTokenType.Number:
                    status = reader.GetInt32();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return reader.TokenType == JsonTokenType.EndObject && name is not null && status > 0
            ? (name, new CompositePart(status, start, length))
            : throw new JsonException("The answer to a part has no name or no status.");
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token)
        {
            throw new JsonException($"The answer has {reader.TokenType} where {token} was expected.");
        }
    }
}
