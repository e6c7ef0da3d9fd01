namespace CrmMapping;

/// <summary>Says what an admin did with a mapping.</summary>
public enum MappingEditKind
{
    /// <summary>Re-pointed or turned a mapping that code ships.</summary>
    Changed,

    /// <summary>Deleted a mapping that code ships.</summary>
    Deleted,

    /// <summary>Added a mapping that code does not ship.</summary>
    Added,
}
