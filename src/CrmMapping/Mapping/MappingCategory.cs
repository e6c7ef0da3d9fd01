namespace CrmMapping;

/// <summary>Says how far an admin may change a mapping.</summary>
public enum MappingCategory
{
    /// <summary>A fixed pair of fields, both ways, neither edited nor deleted.</summary>
    Locked,

    /// <summary>A managed field with behaviour of its own: its direction may change, it is never deleted.</summary>
    Special,

    /// <summary>Shipped with the map: may be re-pointed, turned among the allowed directions, and deleted.</summary>
    Open,

    /// <summary>Added by an admin: may be changed and deleted freely.</summary>
    Custom,
}
