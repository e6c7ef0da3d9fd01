namespace CrmMapping.EndToEnd.Tests;

/// <summary>The contact of the host that the tests run.</summary>
public sealed class Person
{
    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? City { get; set; }

    public string? Company { get; set; }

    public string? Stage { get; set; }

    public string? OwnerId { get; set; }

    public string? JobTitle { get; set; }

    public string? Street { get; set; }

    public string? Zip { get; set; }

    public string? State { get; set; }

    public string? Status { get; set; }
}
