namespace CrmMapping;

/// <summary>Says who decided a setting; the later one wins, and a reset forgets the admin.</summary>
public enum MappingOrigin
{
    /// <summary>The shipped preset.</summary>
    Preset,

    /// <summary>The host's developer, in code.</summary>
    Developer,

    /// <summary>The customer's admin, at run time.</summary>
    Admin,
}
