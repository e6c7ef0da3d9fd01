using System.Text.Json.Serialization;

namespace CrmMapping.Http;

/// <summary>Reads the answers of token endpoints.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(OAuthAnswer))]
internal sealed partial class OAuthJson : JsonSerializerContext;
