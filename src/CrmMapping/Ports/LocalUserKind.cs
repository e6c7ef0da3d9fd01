namespace CrmMapping;

/// <summary>Says what kind of user a user of the host is; only active ones own contacts.</summary>
public enum LocalUserKind
{
    /// <summary>A person who works.</summary>
    Active,

    /// <summary>A person who does not work at present.</summary>
    Inactive,

    /// <summary>A person who was shut out.</summary>
    Suspended,

    /// <summary>A person who was deleted.</summary>
    Deleted,

    /// <summary>No person: an extension or destination of calls.</summary>
    Extension,
}
