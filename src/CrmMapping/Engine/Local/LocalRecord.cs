using NodaTime;

namespace CrmMapping;

/// <summary>Holds a contact of the host as the engine works with it, whatever its type.</summary>
internal sealed record LocalRecord(string Id, object Contact, string Version, Instant? ModifiedAt)
{
    public required IReadOnlyDictionary<string, Instant> FieldTimes { get; init; }
}
