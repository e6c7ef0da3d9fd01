namespace CrmMapping.Sqlite;

/// <summary>Holds a volume guard as it is stored. Null is a bound that was taken away, so nothing here has a default.</summary>
internal sealed record VolumeGuardRow(
    int? MaxCreates,
    int? MaxOverwrites,
    double? MaxClearedShare,
    int AlwaysAllowedClears,
    double? MaxDeletedShare,
    int AlwaysAllowedDeletes)
{
    public static VolumeGuardRow Of(VolumeGuard guard) => new(
        guard.MaxCreates,
        guard.MaxOverwrites,
        guard.MaxClearedShare,
        guard.AlwaysAllowedClears,
        guard.MaxDeletedShare,
        guard.AlwaysAllowedDeletes);

    public VolumeGuard ToGuard() => new()
    {
        MaxCreates = MaxCreates,
        MaxOverwrites = MaxOverwrites,
        MaxClearedShare = MaxClearedShare,
        AlwaysAllowedClears = AlwaysAllowedClears,
        MaxDeletedShare = MaxDeletedShare,
        AlwaysAllowedDeletes = AlwaysAllowedDeletes,
    };
}
