using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Reads the wire records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(WireToken))]
[JsonSerializable(typeof(WireObject))]
[JsonSerializable(typeof(WireTotal))]
[JsonSerializable(typeof(WireList<WireLeadStatus>))]
[JsonSerializable(typeof(WireList<WireOwner>))]
[JsonSerializable(typeof(WireList<WireId>))]
[JsonSerializable(typeof(WireList<WireCampaign>))]
[JsonSerializable(typeof(WireList<WireMember>))]
[JsonSerializable(typeof(WireList<WireTask>))]
[JsonSerializable(typeof(WireListViews))]
[JsonSerializable(typeof(WireListView))]
[JsonSerializable(typeof(IReadOnlyList<WireReport?>))]
[JsonSerializable(typeof(WireJob))]
internal sealed partial class SalesforceJson : JsonSerializerContext
{
    /// <summary>Reads an answer of a form. What lacks a list is no answer, and never taken for an empty one.</summary>
    /// <exception cref="JsonException">The answer has another form.</exception>
    public static T Read<T>(CrmResponse answer, JsonTypeInfo<T> form)
        where T : class =>
        JsonSerializer.Deserialize(answer.Body.Span, form) ?? throw new JsonException("The answer is null.");
}
