namespace CrmMapping.Aloware;

/// <summary>Keeps contacts in sync with Salesforce's contacts. Derive from <see cref="AlowareSalesforceMap{TContact}"/> to add mappings.</summary>
public sealed class AlowareSalesforceMap : AlowareSalesforceMap<AlowareContact>;
