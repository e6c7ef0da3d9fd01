namespace CrmMapping.EndToEnd.Tests;

/// <summary>Maps what every operation needs: an owner, a disposition status, a property to set up and one that only goes to the CRM.</summary>
public sealed class StaffedPersonMap : ContactMap<Person>
{
    public StaffedPersonMap()
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.Email).To("email").Locked();
        Map(c => c.FirstName).To("firstname");
        Map(c => c.LastName).To("lastname");
        Map(c => c.City).To("city");
        Map(c => c.Company).To("company").Resolve(ConflictPolicy.LatestWins);
        Map(c => c.OwnerId).AsOwner().To("hubspot_owner_id");
        Map(c => c.Stage).AsDispositionStatus().To("hs_lead_status");
        Map(c => c.Street).To("address").ToCrm();
        Map(c => c.JobTitle).To("host_title").SetUpAs("Title", FieldType.Text).InGroup("Host fields");
        Map(c => c.Zip).To("host_zip").SetUpAs("Zip", FieldType.Text).InGroup("Host fields");
    }
}
