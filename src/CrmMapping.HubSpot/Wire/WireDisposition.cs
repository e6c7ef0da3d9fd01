namespace CrmMapping.HubSpot;

/// <summary>An outcome of calls as HubSpot sends it.</summary>
internal sealed record WireDisposition
{
    public string? Id { get; init; }

    public string? Label { get; init; }

    public bool? Deleted { get; init; }
}
