using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CrmMapping.Http;

namespace CrmMapping.Aircall;

/// <summary>Reads and writes the wire records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(WireCallList))]
[JsonSerializable(typeof(WireCallAnswer))]
[JsonSerializable(typeof(WireTagList))]
[JsonSerializable(typeof(WireEvent))]
[JsonSerializable(typeof(WireTokenOrder))]
internal sealed partial class AircallJson : JsonSerializerContext
{
    /// <summary>Reads an answer of a form. What lacks its data is no answer, and never taken for an empty one.</summary>
    /// <exception cref="JsonException">The answer has another form.</exception>
    public static T Read<T>(CrmResponse answer, JsonTypeInfo<T> form)
        where T : class =>
        JsonSerializer.Deserialize(answer.Body.Span, form) ?? throw new JsonException("The answer is null.");
}
