using CrmMapping;

namespace QuickStart;

internal sealed class SalesforceContactMap : ContactMap<Contact>
{
    public SalesforceContactMap()
    {
        Map(c => c.Phone).To("Phone").Locked();
        Map(c => c.Email).To("Email").Locked();
        Map(c => c.FirstName).To("FirstName");
        Map(c => c.LastName).To("LastName");
        Map(c => c.MobilePhone).To("MobilePhone");
        Map(c => c.Company).To("Company__c").Resolve(ConflictPolicy.LatestWins);
        Map(c => c.JobTitle).To("Title").Resolve(ConflictPolicy.LocalWins);
        Map(c => c.Address).To("MailingStreet");
        Map(c => c.City).To("MailingCity");
        Map(c => c.State).To("MailingState");
        Map(c => c.Zip).To("MailingPostalCode");
        Map(c => c.Country).To("MailingCountry");
        Map(c => c.Website).To("Website__c");
        Field(c => c.Tier);   // offered to admins, not mapped

        Resolve(ConflictPolicy.CrmWins);
    }
}
