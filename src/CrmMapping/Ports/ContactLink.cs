using NodaTime;

namespace CrmMapping;

/// <summary>Ties a local contact to a CRM record and remembers what both held when they were last brought together.</summary>
/// <remarks>A link without values, <see cref="IsTombstone"/>, says that the two belonged together once and are not to be made again.</remarks>
public sealed record ContactLink
{
    /// <summary>Gets the local contact's id.</summary>
    public required string LocalId { get; init; }

    /// <summary>Gets the kind of CRM record.</summary>
    public RecordType RecordType { get; init; }

    /// <summary>Gets the CRM record's id.</summary>
    public required string CrmId { get; init; }

    /// <summary>Gets whether the link has ended.</summary>
    public bool IsTombstone { get; init; }

    /// <summary>Gets the local version that was last dealt with; empty when none was.</summary>
    public string LocalVersion { get; init; } = "";

    /// <summary>Gets when the CRM record had last changed, as last read; null when the CRM did not say.</summary>
    public Instant? CrmModifiedAt { get; init; }

    /// <summary>Gets the id of the layout that says what the ordinals of the snapshots mean.</summary>
    public string LayoutId { get; init; } = "";

    /// <summary>Gets the local base, a snapshot of a <see cref="RecordBuffer"/> in canonical form.</summary>
    public ReadOnlyMemory<byte> LocalBase { get; init; }

    /// <summary>Gets the CRM's base likewise; empty when it holds the same bytes as the local one.</summary>
    public ReadOnlyMemory<byte> CrmBase { get; init; }

    /// <summary>Gets the CRM record as last read, in the CRM's own text; empty when it holds the same bytes as the CRM's base.</summary>
    public ReadOnlyMemory<byte> CrmSeen { get; init; }

    /// <summary>Gets the ordinals whose CRM base is expected but not yet confirmed by the CRM.</summary>
    public EquatableArray<int> Unconfirmed { get; init; }

    /// <summary>Gets the stamp of the plan under which the pair came to rest; null when something is still open.</summary>
    public string? SettledStamp { get; init; }
}
