using CrmMapping;

namespace QuickStart;

internal sealed class HubSpotContactMap : ContactMap<Contact>
{
    public HubSpotContactMap()
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.Email).To("email").Locked();
        Map(c => c.FirstName).To("firstname");
        Map(c => c.LastName).To("lastname");
        Map(c => c.MobilePhone).To("mobilephone");
        Map(c => c.Company).To("company").Resolve(ConflictPolicy.LatestWins);
        Map(c => c.JobTitle).To("jobtitle").Resolve(ConflictPolicy.LocalWins);
        Map(c => c.Address).To("address");
        Map(c => c.City).To("city");
        Map(c => c.State).To("state");
        Map(c => c.Zip).To("zip");
        Map(c => c.Country).To("country");
        Map(c => c.Website).To("website");
        Field(c => c.Tier);   // offered to admins, not mapped

        Resolve(ConflictPolicy.CrmWins);
    }
}
