namespace CrmMapping;

/// <summary>Names why an edit was refused, or why a saved one rests. The names are for ever.</summary>
public enum EditRefusalCode
{
    /// <summary>The map offers no local field of that name.</summary>
    UnknownLocalField,

    /// <summary>The CRM has no field of that name.</summary>
    UnknownCrmField,

    /// <summary>No mapping holds the local field.</summary>
    NotMapped,

    /// <summary>Another mapping holds the local field.</summary>
    LocalFieldMapped,

    /// <summary>Another mapping holds the CRM field.</summary>
    CrmFieldMapped,

    /// <summary>The mapping is locked.</summary>
    MappingLocked,

    /// <summary>The mapping is a special one, which is never deleted.</summary>
    MappingNotDeletable,

    /// <summary>The mapping is a special one whose CRM field stays.</summary>
    MappingNotRetargetable,

    /// <summary>The contact's owner cannot be kept in that CRM field.</summary>
    NotAnOwnerField,

    /// <summary>The mapping does not allow the direction.</summary>
    DirectionNotAllowed,

    /// <summary>Values would lose a part, or mean nothing, in a direction.</summary>
    TypesDoNotFit,

    /// <summary>The CRM field is read-only and would be written.</summary>
    CrmFieldReadOnly,

    /// <summary>The local field is read-only and would be written.</summary>
    LocalFieldReadOnly,

    /// <summary>Records could be matched no more.</summary>
    LastMatchKey,
}
