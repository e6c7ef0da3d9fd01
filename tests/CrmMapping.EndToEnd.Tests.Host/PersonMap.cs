namespace CrmMapping.EndToEnd.Tests;

public sealed class PersonMap : ContactMap<Person>
{
    public PersonMap()
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.Email).To("email").Locked();
        Map(c => c.FirstName).To("firstname");
        Map(c => c.LastName).To("lastname");
        Map(c => c.City).To("city");
        Map(c => c.Company).To("company").Resolve(ConflictPolicy.LatestWins);
        Map(c => c.Stage).To("lifecyclestage");
        Field(c => c.JobTitle);
    }
}
