namespace CrmMapping;

/// <summary>Holds what was said of one CRM where it was added.</summary>
internal sealed class CrmRegistration(string kind)
{
    /// <summary>Gets the CRM's name, the kind of its connections.</summary>
    public string Kind { get; } = kind;

    /// <summary>Gets how the maps are made, by the kind of record.</summary>
    public Dictionary<RecordType, Func<ContactMap>> Maps { get; } = [];

    /// <summary>Gets or sets the settings that a connection starts with.</summary>
    public ConnectionSettings Settings { get; set; } = new();

    /// <summary>Gets or sets the credentials of the connection that bears the CRM's name; null when there is no such connection.</summary>
    public CrmCredentials? Credentials { get; set; }
}
