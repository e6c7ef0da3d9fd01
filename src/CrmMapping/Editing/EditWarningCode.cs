namespace CrmMapping;

/// <summary>Names what an admin should know of an edit that was accepted. The names are for ever.</summary>
public enum EditWarningCode
{
    /// <summary>The CRM keeps times in UTC, so that a local time of day is not seen as it was.</summary>
    TimeTurnsUtc,

    /// <summary>The account does not have the CRM field yet, so the mapping waits.</summary>
    MappingWaits,

    /// <summary>Changes of the owner in the CRM count only when a person syncs the contact by hand.</summary>
    OwnerSyncsByHand,
}
