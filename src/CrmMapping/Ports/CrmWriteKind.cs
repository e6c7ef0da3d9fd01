namespace CrmMapping;

/// <summary>Names what can be done to a CRM record.</summary>
public enum CrmWriteKind
{
    /// <summary>Makes a new record.</summary>
    Create,

    /// <summary>Changes the given fields of a record.</summary>
    Update,

    /// <summary>Moves a record to the CRM's bin.</summary>
    Archive,
}
