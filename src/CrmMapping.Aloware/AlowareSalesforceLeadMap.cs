namespace CrmMapping.Aloware;

/// <summary>Keeps contacts in sync with Salesforce's leads. Derive from <see cref="AlowareSalesforceLeadMap{TContact}"/> to add mappings.</summary>
public sealed class AlowareSalesforceLeadMap : AlowareSalesforceLeadMap<AlowareContact>;
