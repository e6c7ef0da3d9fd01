using CrmMapping;

namespace MappingTests;

/// <summary>The map under test.</summary>
public sealed class HubSpotContactMap : ContactMap<Contact>
{
    public HubSpotContactMap()
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.Email).To("email").Locked();
        Map(c => c.OwnerId).AsOwner().To("hubspot_owner_id").FromCrm();
        Map(c => c.Disposition).AsDispositionStatus().To("hs_lead_status");
        Map(c => c.FirstName).To("firstname");
        Map(c => c.Company).To("company").Resolve(ConflictPolicy.LatestWins);
        Map(c => c.DoNotCall).To("do_not_call").ToCrm().Only();
        Map(c => c.Tier).To("tier").Convert(new TierConverter());
        Field(c => c.Notes);
        Resolve(ConflictPolicy.CrmWins);
    }
}
