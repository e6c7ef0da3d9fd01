namespace CrmMapping.HubSpot;

/// <summary>An owner as HubSpot sends it.</summary>
internal sealed record WireOwner
{
    public string? Id { get; init; }

    public string? Email { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public bool? Archived { get; init; }
}
