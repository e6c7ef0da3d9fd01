using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Shows a record as it is at this moment. Immutable.</summary>
/// <param name="Id">The id, 18 characters.</param>
/// <param name="ObjectName">The object, such as <c>Contact</c>.</param>
/// <param name="Fields">The fields that have a value, hidden ones too: flags as <c>true</c> and <c>false</c>, times with a <c>Z</c>.</param>
/// <param name="CreatedAt">When the record was created.</param>
/// <param name="ChangedAt">When it last changed, by SystemModstamp.</param>
/// <param name="IsDeleted">Whether it is in the recycle bin.</param>
public sealed record SalesforceRecord(
    string Id, string ObjectName, IReadOnlyDictionary<string, string> Fields, Instant CreatedAt, Instant ChangedAt, bool IsDeleted)
{
    /// <summary>Gets the value of a field.</summary>
    /// <param name="field">The API name.</param>
    /// <returns>The value; null when it is empty or there is no such field.</returns>
    public string? this[string field] => Fields.GetValueOrDefault(field);
}
