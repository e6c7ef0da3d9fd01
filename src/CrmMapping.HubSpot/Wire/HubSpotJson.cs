using System.Text.Json.Serialization;

namespace CrmMapping.HubSpot;

/// <summary>Reads the wire records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WireList<WireProperty>))]
[JsonSerializable(typeof(WireList<WireOwner>))]
[JsonSerializable(typeof(WireList<WireHistory>))]
[JsonSerializable(typeof(WireAccount))]
[JsonSerializable(typeof(WireTotal))]
[JsonSerializable(typeof(WireListSearch))]
[JsonSerializable(typeof(WireList<WireMember>))]
[JsonSerializable(typeof(IReadOnlyList<WireDisposition>))]
internal sealed partial class HubSpotJson : JsonSerializerContext;
