namespace CrmMapping;

/// <summary>Names the operations. Two runs of one kind never overlap on a connection.</summary>
public enum OperationKind
{
    /// <summary>All local contacts to the CRM.</summary>
    Push,

    /// <summary>All CRM records to the local side.</summary>
    Pull,

    /// <summary>One contact, now.</summary>
    SyncContact,

    /// <summary>Whatever changed on either side since the last time.</summary>
    SyncChanges,

    /// <summary>Pairs users and owners.</summary>
    SyncUsers,

    /// <summary>The CRM's lead statuses to the local side.</summary>
    PullLeadStatuses,

    /// <summary>The members of a list of the CRM to the local side.</summary>
    ImportList,

    /// <summary>Who the members of a list of the CRM are, one contact a phone number; nothing is written.</summary>
    ResolveAudience,

    /// <summary>One field of all linked contacts, as on a first link.</summary>
    Backfill,

    /// <summary>The contacts of a preview, exactly as they were previewed.</summary>
    ApplyPreview,

    /// <summary>Creates the map's properties that the CRM's account lacks.</summary>
    SetUpFields,

    /// <summary>Checks whether the connection can do what its mapping says.</summary>
    Verify,

    /// <summary>The outcomes of logged calls, as the rules are now.</summary>
    ReevaluateCalls,
}
