namespace MappingTests;

/// <summary>The application's own contact.</summary>
public sealed record Contact
{
    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? FirstName { get; set; }

    public string? Company { get; set; }

    public string? OwnerId { get; set; }

    public string? Disposition { get; set; }

    public Tier? Tier { get; set; }

    public bool DoNotCall { get; set; }

    public string? Notes { get; set; }
}

/// <summary>How much a customer matters.</summary>
public enum Tier
{
    Standard,
    Premium,
}
