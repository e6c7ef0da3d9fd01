using System.Text.Json.Serialization;

namespace CrmMapping.Outcomes;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(RulesFile))]
internal sealed partial class OutcomeJson : JsonSerializerContext;
