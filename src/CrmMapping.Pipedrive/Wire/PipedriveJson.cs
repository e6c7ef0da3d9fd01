using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CrmMapping.Http;

namespace CrmMapping.Pipedrive;

/// <summary>Reads the wire records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(WireToken))]
[JsonSerializable(typeof(WireList<WireField>))]
[JsonSerializable(typeof(WireAnswer<WireField>))]
[JsonSerializable(typeof(WireList<WireUser>))]
[JsonSerializable(typeof(WireAnswer<WireUser>))]
[JsonSerializable(typeof(WireFound))]
internal sealed partial class PipedriveJson : JsonSerializerContext
{
    /// <summary>Reads an answer of a form. What lacks its data is no answer, and never taken for an empty one.</summary>
    /// <exception cref="JsonException">The answer has another form.</exception>
    public static T Read<T>(CrmResponse answer, JsonTypeInfo<T> form)
        where T : class =>
        JsonSerializer.Deserialize(answer.Body.Span, form) ?? throw new JsonException("The answer is null.");
}
