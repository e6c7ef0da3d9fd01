namespace CrmMapping.Aloware;

/// <summary>Keeps contacts in sync with Salesforce's contacts; a map that derives from it adds to it and changes it.</summary>
/// <typeparam name="TContact">The contact, with fields of the host's own or without.</typeparam>
/// <remarks>The fields whose names begin with <c>Aloware_</c> are custom fields, which an administrator of the organisation creates.</remarks>
public abstract class AlowareSalesforceMap<TContact> : AlowareSalesforceRecordMap<TContact>
    where TContact : AlowareContact, new()
{
    /// <summary>Maps what is shipped.</summary>
    protected AlowareSalesforceMap() => Preset(() =>
    {
        MapIdentity();
        MapContact();
        MapCustomFields();
        MapFurtherNumbers();
        MapActivity();
    });

    private void MapContact()
    {
        Map(c => c.FirstName).To("FirstName").InGroup(Open);
        Map(c => c.LastName).To("LastName").InGroup(Open);
        Map(c => c.LeadSource).To("LeadSource").InGroup(Open);
        Map(c => c.City).To("MailingCity").InGroup(Open);
        Map(c => c.State).To("MailingState").InGroup(Open);
        Map(c => c.Country).To("MailingCountry").InGroup(Open);
        Map(c => c.ZipCode).To("MailingPostalCode").InGroup(Open);
        Map(c => c.DateOfBirth).To("Birthdate").InGroup(Open);
    }

    private void MapFurtherNumbers()
    {
        Map(c => c.HomePhone).To("HomePhone").InGroup(Additional);
        Map(c => c.MobilePhone).To("MobilePhone").InGroup(Additional);
        Map(c => c.Fax).To("Fax").InGroup(Additional);
        Map(c => c.OtherPhone).To("OtherPhone").InGroup(Additional);
    }
}
