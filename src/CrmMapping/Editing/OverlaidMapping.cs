namespace CrmMapping;

/// <summary>Holds a mapping that code ships, or an admin added, with as much of the admin's edit as fits.</summary>
internal sealed class OverlaidMapping(FieldMapping shipped, bool isAdded)
{
    /// <summary>Gets the mapping as code ships it; for one that an admin added, as far as code says.</summary>
    public FieldMapping Shipped { get; } = shipped;

    public bool IsAdded { get; } = isAdded;

    public string Local => Shipped.Local.Key;

    public bool IsDeleted { get; set; }

    /// <summary>Gets or sets the CRM field that the admin chose; null where the shipped one stays.</summary>
    public string? Target { get; set; }

    public SyncDirection? Direction { get; set; }

    public string Crm => Target ?? Shipped.Crm.Key;

    public bool IsThere => !IsDeleted;
}
