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
}
