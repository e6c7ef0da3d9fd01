namespace CrmMapping.EndToEnd.Tests;

/// <summary>Maps a contact together with its owner and its disposition status.</summary>
public sealed class OwnedPersonMap : ContactMap<Person>
{
    public OwnedPersonMap()
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.Email).To("email").Locked();
        Map(c => c.OwnerId).AsOwner().To("hubspot_owner_id").Bidirectional();
        Map(c => c.Stage).AsDispositionStatus().To("hs_lead_status").Bidirectional();
        Map(c => c.FirstName).To("firstname");
        Map(c => c.City).To("city").ToCrm();
    }
}
