namespace CrmMapping;

/// <summary>Asks for a contact to be created for a CRM record.</summary>
internal sealed record LocalBirth(object Contact, RecordType RecordType, string CrmId);
