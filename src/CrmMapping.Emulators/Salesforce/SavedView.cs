namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds a list view or a report: a query with a name. A report may be of another shape than a list.</summary>
internal sealed record SavedView(string Id, string ObjectName, string DeveloperName, string Label, string Query, bool IsReport);
