namespace CrmMapping.HighLevel;

/// <summary>A user as HighLevel sends one.</summary>
internal sealed record WireUser
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public bool? Deleted { get; init; }

    public WireRoles? Roles { get; init; }
}
