namespace CrmMapping.Aloware;

/// <summary>Keeps contacts in sync with Pipedrive's persons. Derive from <see cref="AlowarePipedriveMap{TContact}"/> to add mappings.</summary>
public sealed class AlowarePipedriveMap : AlowarePipedriveMap<AlowareContact>;
