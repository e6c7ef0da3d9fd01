namespace CrmMapping;

/// <summary>Says what happens to a local contact when its CRM record is deleted.</summary>
public enum OnCrmDelete
{
    /// <summary>The link ends, the contact stays. The default.</summary>
    Unlink,

    /// <summary>The link ends and the contact is archived on the local side.</summary>
    Archive,

    /// <summary>Nothing happens; the link stays.</summary>
    Ignore,
}
