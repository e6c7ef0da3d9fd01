namespace CrmMapping;

/// <summary>Describes a list of contacts in a CRM.</summary>
/// <param name="Id">The id by which it is imported.</param>
/// <param name="Name">What people see.</param>
/// <param name="Size">How many members it has; null when the CRM does not say.</param>
public sealed record CrmList(string Id, string Name, long? Size);
