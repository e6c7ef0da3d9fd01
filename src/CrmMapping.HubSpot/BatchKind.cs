namespace CrmMapping.HubSpot;

/// <summary>Names the batches that HubSpot takes.</summary>
internal enum BatchKind
{
    Create,
    Upsert,
    Update,
    Archive,
}
