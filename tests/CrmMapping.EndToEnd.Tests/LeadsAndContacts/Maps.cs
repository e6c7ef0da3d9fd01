namespace CrmMapping.EndToEnd.Tests;

/// <summary>The person of the host of these tests.</summary>
public sealed class Customer
{
    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Company { get; set; }

    public string? Title { get; set; }

    public string? Status { get; set; }

    public string? Notes { get; set; }
}

internal sealed class LeadMap : ContactMap<Customer>
{
    public LeadMap()
    {
        Map(c => c.Phone).To("Phone").Locked();
        Map(c => c.Email).To("Email").Locked();
        Map(c => c.FirstName).To("FirstName");
        Map(c => c.Company).To("Company");
        Map(c => c.Status).AsDispositionStatus().To("Status");
        Map(c => c.Notes).To("Notes__c");
    }
}

internal sealed class PersonContactMap : ContactMap<Customer>
{
    public PersonContactMap()
    {
        Map(c => c.Email).To("Email").Locked();
        Map(c => c.Phone).To("Phone").Locked();
        Map(c => c.FirstName).To("FirstName");
        Map(c => c.Company).To("AccountName");
        Map(c => c.Title).To("Title");
        Map(c => c.Notes).To("Notes__c");
    }
}
