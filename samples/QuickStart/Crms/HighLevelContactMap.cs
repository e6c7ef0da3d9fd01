using CrmMapping;

namespace QuickStart;

internal sealed class HighLevelContactMap : ContactMap<Contact>
{
    public HighLevelContactMap()
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.Email).To("email").Locked();
        Map(c => c.FirstName).To("firstName");
        Map(c => c.LastName).To("lastName");
        Map(c => c.MobilePhone).To("contact.mobile_phone");
        Map(c => c.Company).To("contact.company").Resolve(ConflictPolicy.LatestWins);
        Map(c => c.JobTitle).To("contact.job_title").Resolve(ConflictPolicy.LocalWins);
        Map(c => c.Address).To("address1");
        Map(c => c.City).To("city");
        Map(c => c.State).To("state");
        Map(c => c.Zip).To("postalCode");
        Map(c => c.Country).To("contact.country_name");   // HighLevel's own country is a code of two letters
        Map(c => c.Website).To("website");
        Field(c => c.Tier);   // offered to admins, not mapped

        Resolve(ConflictPolicy.CrmWins);
    }
}
