namespace CrmMapping.EndToEnd.Tests;

/// <summary>Maps each field of the histories by another rule.</summary>
public sealed class RuledMap : ContactMap<Person>
{
    public RuledMap()
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.Email).To("email").Locked();
        Map(c => c.FirstName).To("firstname");
        Map(c => c.LastName).To("lastname").Resolve(ConflictPolicy.LocalWins);
        Map(c => c.City).To("city").Resolve(ConflictPolicy.LatestWins);
        Map(c => c.Company).To("company").Resolve(ConflictPolicy.CrmWinsUnlessBlank);
        Map(c => c.JobTitle).To("jobtitle").KeepWhenBlank();
        Map(c => c.Street).To("address").FillWhenBlank();
        Map(c => c.Zip).To("zip").ToCrm();
        Map(c => c.State).To("state").FromCrm();
    }
}
