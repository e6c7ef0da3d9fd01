namespace CrmMapping;

/// <summary>Names what an adapter asks of a CRM, so that trouble can be aimed at it.</summary>
public enum CrmCall
{
    /// <summary>The requests of <see cref="ICrmSession.DescribeAsync"/>.</summary>
    Describe,

    /// <summary>Those of <see cref="ICrmSession.ReadPageAsync"/>.</summary>
    ReadPage,

    /// <summary>Those of <see cref="ICrmSession.ReadChangesAsync"/>.</summary>
    ReadChanges,

    /// <summary>Those of <see cref="ICrmSession.ReadAsync"/>.</summary>
    Read,

    /// <summary>Those of <see cref="ICrmSession.FindAsync"/>.</summary>
    Find,

    /// <summary>Those of <see cref="ICrmSession.ReadCreatedAsync"/>.</summary>
    ReadCreated,

    /// <summary>Those of <see cref="ICrmSession.ReadOwnersAsync"/>.</summary>
    ReadOwners,

    /// <summary>Those that create records.</summary>
    Create,

    /// <summary>Those that change records.</summary>
    Update,

    /// <summary>Those that archive records.</summary>
    Archive,

    /// <summary>Those of <see cref="ICallLog.LogAsync"/> that log calls.</summary>
    LogActivity,
}
