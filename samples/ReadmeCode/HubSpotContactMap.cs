using CrmMapping;

namespace ReadmeCode;

// <readme:map>
public sealed class HubSpotContactMap : ContactMap<Contact>
{
    public HubSpotContactMap()
    {
        Map(c => c.Phone).To("phone").Locked();                             // nobody may change or delete it
        Map(c => c.Email).To("email").Locked();
        Map(c => c.OwnerId).AsOwner().To("hubspot_owner_id").FromCrm();
        Map(c => c.Disposition).AsDispositionStatus().To("hs_lead_status");
        Map(c => c.FirstName).To("firstname");                              // both ways
        Map(c => c.Company).To("company").Resolve(ConflictPolicy.LatestWins);
        Map(c => c.DoNotCall).To("do_not_call").ToCrm().Only();             // may never be turned round
        Map(c => c.MobilePhone).To("mobilephone").When(c => !c.DoNotCall);
        Field(c => c.Notes);                                                // offered to admins, not mapped
        Resolve(ConflictPolicy.CrmWins);                                    // for the whole map
    }
}
// </readme>
