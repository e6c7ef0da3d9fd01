using CrmMapping;

namespace QuickStart;

internal sealed class PipedriveContactMap : ContactMap<Contact>
{
    public const string Company = "c0000000000000000000000000000000000000a1";
    public const string JobTitle = "c0000000000000000000000000000000000000a2";
    public const string Address = "c0000000000000000000000000000000000000a3";
    public const string City = "c0000000000000000000000000000000000000a4";
    public const string State = "c0000000000000000000000000000000000000a5";
    public const string Zip = "c0000000000000000000000000000000000000a6";
    public const string Country = "c0000000000000000000000000000000000000a7";
    public const string Website = "c0000000000000000000000000000000000000a8";
    public const string Tier = "c0000000000000000000000000000000000000a9";

    public PipedriveContactMap()
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.Email).To("email").Locked();
        Map(c => c.FirstName).To("first_name");
        Map(c => c.LastName).To("last_name");
        Map(c => c.MobilePhone).To("phone.mobile");
        Map(c => c.Company).To(Company).Resolve(ConflictPolicy.LatestWins);
        Map(c => c.JobTitle).To(JobTitle).Resolve(ConflictPolicy.LocalWins);
        Map(c => c.Address).To(Address);
        Map(c => c.City).To(City);
        Map(c => c.State).To(State);
        Map(c => c.Zip).To(Zip);
        Map(c => c.Country).To(Country);
        Map(c => c.Website).To(Website);
        Field(c => c.Tier);   // offered to admins, not mapped

        Resolve(ConflictPolicy.CrmWins);
    }
}
