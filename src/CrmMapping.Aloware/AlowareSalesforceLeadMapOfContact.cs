namespace CrmMapping.Aloware;

/// <summary>Keeps contacts in sync with Salesforce's leads; a map that derives from it adds to it and changes it.</summary>
/// <typeparam name="TContact">The contact, with fields of the host's own or without.</typeparam>
/// <remarks>The fields whose names begin with <c>Aloware_</c> are custom fields, which an administrator of the organisation creates.</remarks>
public abstract class AlowareSalesforceLeadMap<TContact> : AlowareSalesforceRecordMap<TContact>
    where TContact : AlowareContact, new()
{
    /// <summary>Maps what is shipped.</summary>
    protected AlowareSalesforceLeadMap() => Preset(() =>
    {
        MapIdentity();
        MapLead();
        MapCustomFields();
        MapFurtherNumbers();
        MapActivity();
    });

    private void MapLead()
    {
        Map(c => c.DispositionStatus).AsDispositionStatus().To("Status").InGroup(Special);
        Map(c => c.FirstName).To("FirstName").InGroup(Open);
        Map(c => c.LastName).To("LastName").InGroup(Open);
        Map(c => c.CompanyName).To("Company").InGroup(Open);
        Map(c => c.LeadSource).To("LeadSource").InGroup(Open);
        Map(c => c.Address).To("Street").InGroup(Open);
        Map(c => c.City).To("City").InGroup(Open);
        Map(c => c.State).To("State").InGroup(Open);
        Map(c => c.Country).To("Country").InGroup(Open);
        Map(c => c.ZipCode).To("PostalCode").InGroup(Open);
    }

    private void MapFurtherNumbers()
    {
        Map(c => c.MobilePhone).To("MobilePhone").InGroup(Additional);
        Map(c => c.Fax).To("Fax").InGroup(Additional);
    }
}
