namespace CrmMapping.HubSpot;

/// <summary>What may be changed about a property, as HubSpot sends it.</summary>
internal sealed record WireModification
{
    public bool? ReadOnlyValue { get; init; }
}
