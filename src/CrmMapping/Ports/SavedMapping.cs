using NodaTime;

namespace CrmMapping;

/// <summary>Holds one version of what an admin changed of a connection's map, relative to what code ships.</summary>
/// <remarks>Immutable; compares by value.</remarks>
public sealed record SavedMapping
{
    /// <summary>Gets the connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>Gets the kind of CRM record.</summary>
    public RecordType RecordType { get; init; }

    /// <summary>Gets the version's number; the first one is 1.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the edits.</summary>
    public required MappingEdits Edits { get; init; }

    /// <summary>Gets when it was saved.</summary>
    public required Instant SavedAt { get; init; }

    /// <summary>Gets who saved it, as the host calls its people.</summary>
    public required string SavedBy { get; init; }

    /// <summary>Gets what was said about it; null when nothing was.</summary>
    public string? Comment { get; init; }
}
