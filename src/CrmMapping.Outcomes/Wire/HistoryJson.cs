using System.Text.Json.Serialization;

namespace CrmMapping.Outcomes;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(HistoryFile))]
internal sealed partial class HistoryJson : JsonSerializerContext;
