namespace CrmMapping;

/// <summary>Names the managed fields, which behave in ways of their own.</summary>
public enum SpecialField
{
    /// <summary>An ordinary field.</summary>
    None,

    /// <summary>The contact's owner: only users paired with the CRM's owners are written.</summary>
    Owner,

    /// <summary>The contact's disposition status; its options are the CRM's.</summary>
    DispositionStatus,

    /// <summary>The contact's lifecycle stage; its options are the CRM's.</summary>
    LifecycleStage,
}
