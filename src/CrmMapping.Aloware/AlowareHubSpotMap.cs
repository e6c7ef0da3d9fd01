namespace CrmMapping.Aloware;

/// <summary>Keeps contacts in sync with HubSpot's contacts. Derive from <see cref="AlowareHubSpotMap{TContact}"/> to add mappings.</summary>
public sealed class AlowareHubSpotMap : AlowareHubSpotMap<AlowareContact>;
