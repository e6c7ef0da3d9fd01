using System.Text.Json.Serialization;

namespace CrmMapping.Sqlite;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyDictionary<string, long>))]
[JsonSerializable(typeof(Dictionary<string, FieldStamp>))]
[JsonSerializable(typeof(IReadOnlyCollection<string>))]
[JsonSerializable(typeof(OperationCounts))]
[JsonSerializable(typeof(SettingsRow))]
[JsonSerializable(typeof(CallRow))]
[JsonSerializable(typeof(MessageRow))]
[JsonSerializable(typeof(ContactActivityRow))]
[JsonSerializable(typeof(IReadOnlyList<MappingEditRow>))]
internal sealed partial class SqliteJson : JsonSerializerContext;
