namespace CrmMapping;

/// <summary>Says what to show beside a mapping.</summary>
public enum MappingMarker
{
    /// <summary>Nothing: the mapping is not deleted, but may be changed in part.</summary>
    None,

    /// <summary>Neither changed nor deleted, shown as 🔒.</summary>
    Locked,

    /// <summary>May be deleted, shown as 🗑️.</summary>
    Removable,
}
