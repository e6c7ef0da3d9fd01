namespace CrmMapping;

/// <summary>Names the two sides.</summary>
public enum SyncSide
{
    /// <summary>The host.</summary>
    Local,

    /// <summary>The CRM.</summary>
    Crm,
}
