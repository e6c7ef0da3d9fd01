namespace CrmMapping.Emulators.Salesforce;

/// <summary>Says that a record was created or changed.</summary>
internal sealed record Notification(string Id, string ObjectName, string RecordId);
