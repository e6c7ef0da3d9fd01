namespace QuickStart;

/// <summary>A contact as the application keeps it. Any class with a constructor without parameters will do.</summary>
internal sealed class Contact
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? MobilePhone { get; set; }

    public string? Company { get; set; }

    public string? JobTitle { get; set; }

    public string? Address { get; set; }

    public string? City { get; set; }

    public string? State { get; set; }

    public string? Zip { get; set; }

    public string? Country { get; set; }

    public string? Website { get; set; }

    /// <summary>Gets or sets what the application knows and the CRM does not, until an admin maps it.</summary>
    public string? Tier { get; set; }
}
