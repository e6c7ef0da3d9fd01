namespace CrmMapping.Aloware;

/// <summary>Keeps contacts in sync with Pipedrive's persons; a map that derives from it adds to it and changes it.</summary>
/// <typeparam name="TContact">The contact, with fields of the host's own or without.</typeparam>
/// <remarks>
/// A person's name is written as a whole and read in its parts. Pipedrive names custom fields by codes that differ in each company, so that none is
/// mapped here: what else the contact holds is offered.
/// </remarks>
public abstract class AlowarePipedriveMap<TContact> : AlowareMap<TContact>
    where TContact : AlowareContact, new()
{
    private const string Locked = "Default locked fields";
    private const string Special = "Special fields";
    private const string Open = "Default open fields";

    /// <summary>Maps what is shipped.</summary>
    protected AlowarePipedriveMap() => Preset(() =>
    {
        Map(c => c.PhoneNumber).To("phone").InGroup(Locked).Locked();
        Map(c => c.Email).To("email").InGroup(Locked).Locked();
        Map(c => c.OwnerId).AsOwner().To("owner_id").InGroup(Special);
        Map(c => c.FullName).To("name").ToCrm().Only().ChangedBy(c => c.FirstName, c => c.LastName).InGroup(Open);
        Map(c => c.FirstName).To("first_name").FromCrm().Only().InGroup(Open);
        Map(c => c.LastName).To("last_name").FromCrm().Only().InGroup(Open);
    });
}
