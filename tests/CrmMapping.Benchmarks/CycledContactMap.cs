namespace CrmMapping.Benchmarks;

public sealed class CycledContactMap : ContactMap<CycledContact>
{
    public CycledContactMap()
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.Email).To("email").Locked();
        Map(c => c.FirstName).To("firstname");
        Map(c => c.LastName).To("lastname");
        Map(c => c.City).To("city");
        Map(c => c.Company).To("company");
    }
}
