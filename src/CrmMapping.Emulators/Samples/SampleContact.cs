namespace CrmMapping.Emulators;

/// <summary>Describes an invented person. The address and the numbers belong to nobody.</summary>
/// <param name="FirstName">The given name.</param>
/// <param name="LastName">The family name.</param>
/// <param name="Email">An address at example.com; no two generated contacts share one.</param>
/// <param name="Phone">A number from a range kept free for fiction, written as people of the country write it.</param>
/// <param name="MobilePhone">Another such number; null for about half of the people.</param>
/// <param name="Company">Where the person works.</param>
/// <param name="JobTitle">What the person does.</param>
/// <param name="Address">Street and number.</param>
/// <param name="City">The city.</param>
/// <param name="State">State or region; null where none is used.</param>
/// <param name="Zip">The postal code.</param>
/// <param name="Country">The country, in English.</param>
/// <param name="LifecycleStage">A HubSpot lifecycle stage.</param>
/// <param name="LeadStatus">A HubSpot lead status; null for about a third of the people.</param>
public sealed record SampleContact(
    string FirstName, string LastName, string Email, string Phone, string? MobilePhone, string Company, string JobTitle,
    string Address, string City, string? State, string Zip, string Country, string LifecycleStage, string? LeadStatus)
{
    /// <summary>Gives the contact as HubSpot properties; empty ones are left out.</summary>
    /// <returns>The values by internal name.</returns>
    public IReadOnlyDictionary<string, string?> ToHubSpotProperties()
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["firstname"] = FirstName, ["lastname"] = LastName, ["email"] = Email, ["phone"] = Phone, ["mobilephone"] = MobilePhone,
            ["company"] = Company, ["jobtitle"] = JobTitle, ["address"] = Address, ["city"] = City, ["state"] = State, ["zip"] = Zip,
            ["country"] = Country, ["lifecyclestage"] = LifecycleStage, ["hs_lead_status"] = LeadStatus,
        };
        return all.Where(pair => pair.Value is not null).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Gives the contact as Pipedrive's person properties; what a person has no standard field for is left out.</summary>
    /// <returns>The values by name, as <see cref="PipedrivePerson.Properties"/> has them.</returns>
    public IReadOnlyDictionary<string, string?> ToPipedriveProperties()
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["name"] = $"{FirstName} {LastName}", ["email"] = Email, ["phone"] = Phone, ["phone.mobile"] = MobilePhone,
        };
        return all.Where(pair => pair.Value is not null).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Gives the contact as HighLevel's contact fields; what a contact has no standard field for is left out.</summary>
    /// <returns>The values by name, as <see cref="HighLevelContact.Properties"/> has them.</returns>
    public IReadOnlyDictionary<string, string?> ToHighLevelProperties()
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["firstName"] = FirstName, ["lastName"] = LastName, ["email"] = Email, ["phone"] = Phone, ["companyName"] = Company, ["address1"] = Address,
            ["city"] = City, ["state"] = State, ["postalCode"] = Zip, ["country"] = SampleCountry.CodeOf(Country),
        };
        return all.Where(pair => pair.Value is not null).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Gives the contact as fields of a Salesforce contact; empty ones are left out, and the company, which is an account's, too.</summary>
    /// <returns>The values by API name.</returns>
    public IReadOnlyDictionary<string, string?> ToSalesforceFields()
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["FirstName"] = FirstName, ["LastName"] = LastName, ["Email"] = Email, ["Phone"] = Phone, ["MobilePhone"] = MobilePhone,
            ["Title"] = JobTitle, ["MailingStreet"] = Address, ["MailingCity"] = City, ["MailingState"] = State, ["MailingPostalCode"] = Zip,
            ["MailingCountry"] = Country,
        };
        return all.Where(pair => pair.Value is not null).ToDictionary(StringComparer.Ordinal);
    }
}
