using CrmMapping;

namespace ReadmeCode;

public sealed class SalesforceContactMap : ContactMap<Contact>
{
    public SalesforceContactMap()
    {
        Map(c => c.Phone).To("Phone").Locked();
        Map(c => c.Email).To("Email").Locked();
        Map(c => c.FirstName).To("FirstName");
    }
}
