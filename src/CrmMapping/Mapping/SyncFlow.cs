namespace CrmMapping;

/// <summary>Says which way a connection creates or updates contacts.</summary>
public enum SyncFlow
{
    /// <summary>Only what happens in the CRM reaches the local side, shown as ←.</summary>
    FromCrm,

    /// <summary>What happens on either side reaches the other, shown as ↔.</summary>
    BothWays,
}
