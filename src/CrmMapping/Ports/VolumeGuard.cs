namespace CrmMapping;

/// <summary>Bounds what one run may do before a person has looked.</summary>
/// <remarks>Creates and first links are not bounded by default, so that a first pull or push of everything passes.</remarks>
public sealed record VolumeGuard
{
    /// <summary>Gets how many records a run may create on a side; null is no bound. The default.</summary>
    public int? MaxCreates { get; init; }

    /// <summary>Gets how many linked records a run may overwrite on a side; null is no bound. The default.</summary>
    public int? MaxOverwrites { get; init; }

    /// <summary>Gets the share of the linked records, above 0 up to 1, in which a run may clear values; null is no bound.</summary>
    /// <value>The default is a quarter.</value>
    public double? MaxClearedShare { get; init; } = 0.25;

    /// <summary>Gets how many records a run may always clear values in, whatever the share says.</summary>
    /// <value>The default is 100.</value>
    public int AlwaysAllowedClears { get; init; } = 100;

    /// <summary>Gets the share of the linked records, above 0 up to 1, that may be deleted or unlinked at once.</summary>
    /// <value>The default is a tenth.</value>
    public double? MaxDeletedShare { get; init; } = 0.1;

    /// <summary>Gets how many records may always be deleted or unlinked at once, whatever the share says.</summary>
    /// <value>The default is 20.</value>
    public int AlwaysAllowedDeletes { get; init; } = 20;
}
