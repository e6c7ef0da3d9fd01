using System.Text.Json.Serialization;

namespace CrmMapping.HubSpot;

/// <summary>Reads the wire records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WireList<WireProperty>))]
[JsonSerializable(typeof(WireList<WireOwner>))]
[JsonSerializable(typeof(WireList<WireHistory>))]
[JsonSerializable(typeof(WireAccount))]
internal sealed partial class HubSpotJson : JsonSerializerContext;
