namespace CrmMapping;

/// <summary>Says whether a connection is worked.</summary>
public enum ConnectionState
{
    /// <summary>It is kept in sync. The default.</summary>
    Active,

    /// <summary>It rests: changes are noticed and kept, and made up for when it is resumed.</summary>
    Paused,

    /// <summary>Its credentials are gone: what the CRM tells of it is ignored, and operations are refused, until it is reconnected.</summary>
    Disconnected,
}
