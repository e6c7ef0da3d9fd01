namespace CrmMapping.Pipedrive;

/// <summary>A user as Pipedrive sends it.</summary>
internal sealed record WireUser
{
    public long? Id { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public bool? ActiveFlag { get; init; }

    public bool? IsDeleted { get; init; }

    public long? CompanyId { get; init; }
}
