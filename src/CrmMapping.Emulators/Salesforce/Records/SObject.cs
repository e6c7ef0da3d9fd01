using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds one record: a value for each field by ordinal, none at the end where fields came later.</summary>
internal sealed class SObject(SObjectType type, string id, object?[] values)
{
    public SObjectType Type => type;

    public string Id => id;

    /// <summary>The values; replaced by the table alone, which keeps its indexes in step.</summary>
    public object?[] Values { get; set; } = values;

    // A field that came later than the record is empty, and a flag is never empty.
    public object? this[int ordinal] => ordinal < Values.Length ? Values[ordinal] : type[ordinal].Type is "boolean" ? false : null;

    public Instant SystemModstamp => (Instant)Values[SystemField.SystemModstamp]!;

    public bool IsDeleted => Values[SystemField.IsDeleted] is true;

    public string? Text(string field) => type.Find(field) is >= 0 and var ordinal ? this[ordinal] as string : null;

    public bool Flag(string field) => type.Find(field) is >= 0 and var ordinal && this[ordinal] is true;
}
