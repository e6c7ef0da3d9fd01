namespace CrmMapping;

/// <summary>Draws directions, local side left, CRM right.</summary>
internal static class SyncDirections
{
    public static EquatableArray<SyncDirection> All { get; } =
        [SyncDirection.Bidirectional, SyncDirection.ToCrm, SyncDirection.FromCrm];

    extension(SyncDirection direction)
    {
        public bool GoesToCrm => (direction & SyncDirection.ToCrm) != 0;

        public bool GoesFromCrm => (direction & SyncDirection.FromCrm) != 0;

        public string Arrow => direction switch
        {
            SyncDirection.Bidirectional => "↔",
            SyncDirection.ToCrm => "→",
            SyncDirection.FromCrm => "←",
            _ => "∅",
        };
    }

    extension(SyncFlow flow)
    {
        public SyncDirection Direction => flow == SyncFlow.BothWays ? SyncDirection.Bidirectional : SyncDirection.FromCrm;
    }
}
