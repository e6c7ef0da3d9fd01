namespace CrmMapping;

/// <summary>Says what happens to a CRM record when its local contact is deleted.</summary>
public enum OnLocalDelete
{
    /// <summary>The link ends, the CRM record stays. The default.</summary>
    Unlink,

    /// <summary>The link ends and the CRM record is archived.</summary>
    Archive,
}
