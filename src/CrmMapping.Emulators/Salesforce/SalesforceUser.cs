namespace CrmMapping.Emulators;

/// <summary>Describes a user or a queue: those who can own records. Immutable.</summary>
/// <param name="Id">The id; those of queues begin with <c>00G</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address, which several users may share; null for a queue.</param>
/// <param name="IsActive">Whether records can be given to it.</param>
public sealed record SalesforceUser(string Id, string Name, string? Email, bool IsActive);
