namespace CrmMapping;

/// <summary>Asks for a contact to be created on the local side.</summary>
/// <typeparam name="TContact">The host's contact.</typeparam>
/// <param name="Contact">The contact.</param>
/// <param name="Connection">The connection it comes from.</param>
/// <param name="RecordType">The kind of CRM record.</param>
/// <param name="CrmId">The CRM record's id; with the connection it makes the create idempotent.</param>
public sealed record LocalCreate<TContact>(TContact Contact, string Connection, RecordType RecordType, string CrmId)
    where TContact : class, new();
