using System.Text.Json.Serialization;

namespace CrmMapping.Sqlite;

/// <summary>Says when a field of a contact last changed: in ticks since 1970, and as a place in the order of all changes.</summary>
internal readonly record struct FieldStamp(
    [property: JsonPropertyName("a")] long At, [property: JsonPropertyName("s")] long Sequence);
