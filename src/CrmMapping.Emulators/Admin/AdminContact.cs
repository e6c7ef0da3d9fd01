using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Shows a contact under the CRM's own names of its fields.</summary>
internal sealed record AdminContact(
    string Id, bool IsArchived, Instant ModifiedAt, IEnumerable<KeyValuePair<string, string>> Properties);
