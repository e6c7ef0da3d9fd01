using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Reads the wire records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(WireList<WireProperty>))]
[JsonSerializable(typeof(WireList<WireOwner>))]
[JsonSerializable(typeof(WireList<WireHistory>))]
[JsonSerializable(typeof(WireProperty))]
[JsonSerializable(typeof(WireList<WireActivity>))]
[JsonSerializable(typeof(WireActivityBatch))]
[JsonSerializable(typeof(WireAccount))]
[JsonSerializable(typeof(WireTotal))]
[JsonSerializable(typeof(WireListSearch))]
[JsonSerializable(typeof(WireList<WireMember>))]
[JsonSerializable(typeof(IReadOnlyList<WireDisposition?>))]
internal sealed partial class HubSpotJson : JsonSerializerContext
{
    /// <summary>Reads an answer of a form. What lacks a list is no answer, and never taken for an empty one.</summary>
    /// <exception cref="JsonException">The answer has another form.</exception>
    public static T Read<T>(CrmResponse answer, JsonTypeInfo<T> form)
        where T : class =>
        JsonSerializer.Deserialize(answer.Body.Span, form) ?? throw new JsonException("The answer is null.");
}
