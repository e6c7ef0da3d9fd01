namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds one field that rows are sorted by.</summary>
internal sealed record SoqlOrder(SoqlToken Field, bool IsDescending, bool NullsLast);
