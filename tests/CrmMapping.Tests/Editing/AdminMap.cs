namespace CrmMapping.Tests.Editing;

/// <summary>A map with a mapping of every category, for an admin to edit.</summary>
internal sealed class AdminMap : ContactMap<Contact>
{
    public AdminMap() => Preset(() =>
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.OwnerId).AsOwner().To("owner");
        Map(c => c.Disposition).AsDispositionStatus().To("status");
        Map(c => c.Stage).AsLifecycleStage().To("stage");
        Map(c => c.FirstName).To("firstname");
        Map(c => c.LastName).To("lastname");
        Map(c => c.Company).To("company").Resolve(ConflictPolicy.LatestWins).When(c => !c.DoNotCall);
        Map(c => c.LastCallAt).To("last_call").TracksActivity().InGroup("Calls");
        Map(c => c.FullName).To("full_name").ToCrm();
        Field(c => c.Notes);
        Field(c => c.Email);
        Field(c => c.MobilePhone);
        Field(c => c.CallCount);
        Field(c => c.Birthday);
        Field(c => c.BestTime);
        Resolve(ConflictPolicy.LocalWins);
    });
}
