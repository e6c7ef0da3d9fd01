namespace CrmMapping;

/// <summary>Says what keeps a mapping's two fields from being kept together in a direction.</summary>
/// <param name="Kind">What is in the way.</param>
/// <param name="Direction">The single direction in which it is: to the CRM or from it.</param>
internal readonly record struct Misfit(MisfitKind Kind, SyncDirection Direction);
