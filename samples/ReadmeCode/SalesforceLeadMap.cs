using CrmMapping;

namespace ReadmeCode;

public sealed class SalesforceLeadMap : ContactMap<Contact>
{
    public SalesforceLeadMap()
    {
        Map(c => c.Phone).To("Phone").Locked();
        Map(c => c.Email).To("Email").Locked();
        Map(c => c.FirstName).To("FirstName");
        Map(c => c.Company).To("Company");
    }
}
