using System.Text.Json.Serialization;

namespace CrmMapping.Outcomes;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    WriteIndented = true,
    NewLine = "\n",
    MaxDepth = RulesFileReader.MostDepth)]
[JsonSerializable(typeof(RulesFile))]
internal sealed partial class OutcomeJson : JsonSerializerContext;
