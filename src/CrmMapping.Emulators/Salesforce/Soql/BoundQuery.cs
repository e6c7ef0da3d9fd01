namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds the rows that a query found, and what is shown of each.</summary>
internal sealed record BoundQuery(SObjectType Type, IReadOnlyList<SObject> Rows, SelectNode Selected, bool IsCount, int Total);
