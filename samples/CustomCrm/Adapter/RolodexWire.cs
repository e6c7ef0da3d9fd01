using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomCrm;

internal sealed record WireField(string Key, string Label, string Type, bool Custom, IReadOnlyList<string> Options);

internal sealed record WirePerson(string Id, bool Deleted, long Created, long Changed, IReadOnlyDictionary<string, string?> Values);

internal sealed record WirePeople(IReadOnlyList<WirePerson> People, string? Next = null, bool More = false);

internal sealed record WireUser(string Id, string? Email, string Name, bool Active);

internal sealed record WireRefusal(string Field, string Reason);

internal sealed record WireResult(WirePerson? Person, IReadOnlyList<WireRefusal> Refused);

internal sealed record WireQuestion(string Field, IReadOnlyList<string> Values);

internal sealed record WireWrite(string? Id, IReadOnlyDictionary<string, string?> Values);

/// <summary>Reads and writes JSON. What is required and does not come makes an answer none, rather than one of nothing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WireField[]))]
[JsonSerializable(typeof(WirePeople))]
[JsonSerializable(typeof(WireUser[]))]
[JsonSerializable(typeof(WireResult[]))]
[JsonSerializable(typeof(WireQuestion))]
[JsonSerializable(typeof(WireWrite[]))]
internal sealed partial class RolodexWire : JsonSerializerContext
{
    // CrmHttpClient turns a JsonException into a failure that passes, and keeps the answer's words out of it.
    public static T Read<T>(CrmResponse response) =>
        (T?)JsonSerializer.Deserialize(response.Body.Span, typeof(T), Default) ?? throw new JsonException("The answer is null.");

    public static byte[] Write<T>(T body) => JsonSerializer.SerializeToUtf8Bytes(body, typeof(T), Default);
}
