namespace CrmMapping.Aloware;

/// <summary>Keeps contacts in sync with HighLevel's contacts. Derive from <see cref="AlowareHighLevelMap{TContact}"/> to add mappings.</summary>
public sealed class AlowareHighLevelMap : AlowareHighLevelMap<AlowareContact>;
