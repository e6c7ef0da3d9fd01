using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace CrmMapping.Sqlite;

/// <summary>Writes and reads a value of NodaTime as ISO 8601 text.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
public abstract class NodaPatternJsonConverter<T> : JsonConverter<T>
{
    private readonly IPattern<T> _pattern;

    private protected NodaPatternJsonConverter(IPattern<T> pattern) => _pattern = pattern;

    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parsed = reader.TokenType == JsonTokenType.String ? _pattern.Parse(reader.GetString()!) : null;

        // Without the parser's own words, which quote the value.
        return parsed is { Success: true } ? parsed.Value : throw new JsonException($"The text is no {typeof(T).Name} in ISO 8601.");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(_pattern.Format(value));
    }
}
