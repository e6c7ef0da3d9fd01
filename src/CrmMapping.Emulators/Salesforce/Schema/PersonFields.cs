using static CrmMapping.Emulators.Salesforce.Fields;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Lists the fields of contacts and leads as a new org has them.</summary>
internal static class PersonFields
{
    private static readonly string[] Sources = ["Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"];
    private static readonly string[] Salutations = ["Mr.", "Ms.", "Mrs.", "Dr.", "Prof.", "Mx."];

    public static IEnumerable<SalesforceField> Contact(bool hasAddressPicklists) =>
    [
        .. Fields.System(),
        Reference("MasterRecordId", "Master Record ID", "MasterRecord", "Contact").ReadOnly(),
        Reference("AccountId", "Account ID", "Account", "Account"),
        Text("LastName", "Last Name", 80).Required(),
        Text("FirstName", "First Name", 40),
        Choice("Salutation", "Salutation", Salutations) with { Length = 40 },
        Text("Name", "Full Name", 121).ReadOnly().Required(),
        .. Place("Other", "Other ", hasAddressPicklists),
        .. Place("Mailing", "Mailing ", hasAddressPicklists),
        Phone("Phone", "Business Phone"),
        Phone("Fax", "Business Fax"),
        Phone("MobilePhone", "Mobile Phone"),
        Phone("HomePhone", "Home Phone"),
        Phone("OtherPhone", "Other Phone"),
        Phone("AssistantPhone", "Asst. Phone"),
        Reference("ReportsToId", "Reports To ID", "ReportsTo", "Contact"),
        Email("Email", "Email").Lookup(),
        Text("Title", "Title", 128),
        Text("Department", "Department", 80),
        Text("AssistantName", "Assistant's Name", 40),
        Choice("LeadSource", "Lead Source", Sources),
        Date("Birthdate", "Birthdate"),
        Area("Description", "Contact Description", 32_000),
        Reference("OwnerId", "Owner ID", "Owner", "User").Required().Defaulted(),
        Flag("HasOptedOutOfEmail", "Email Opt Out"),
        Flag("DoNotCall", "Do Not Call"),
        Date("LastActivityDate", "Last Activity").ReadOnly(),
    ];

    public static IEnumerable<SalesforceField> Lead(bool hasAddressPicklists) =>
    [
        .. Fields.System(),
        Reference("MasterRecordId", "Master Record ID", "MasterRecord", "Lead").ReadOnly(),
        Text("LastName", "Last Name", 80).Required(),
        Text("FirstName", "First Name", 40),
        Choice("Salutation", "Salutation", Salutations) with { Length = 40 },
        Text("Name", "Full Name", 121).ReadOnly().Required(),
        Text("Title", "Title", 128),
        Text("Company", "Company", 255).Required(),
        .. Place("", "", hasAddressPicklists),
        Phone("Phone", "Phone"),
        Phone("MobilePhone", "Mobile Phone"),
        Phone("Fax", "Fax"),
        Email("Email", "Email").Lookup(),
        new("Website", "Website", "url", 255),
        Area("Description", "Description", 32_000),
        Choice("LeadSource", "Lead Source", Sources),
        Choice("Status", "Status").Required().Defaulted(),
        Choice("Industry", "Industry", "Agriculture", "Banking", "Consulting", "Education", "Retail", "Technology"),
        Choice("Rating", "Rating", "Hot", "Warm", "Cold"),
        new("AnnualRevenue", "Annual Revenue", "currency") { Precision = 18 },
        Whole("NumberOfEmployees", "Employees"),
        Reference("OwnerId", "Owner ID", "Owner", "Group", "User").Required().Defaulted(),
        Flag("HasOptedOutOfEmail", "Email Opt Out"),
        Flag("DoNotCall", "Do Not Call"),
        Flag("IsConverted", "Converted").ReadOnly(),
        Date("ConvertedDate", "Converted Date").ReadOnly(),
        Reference("ConvertedAccountId", "Converted Account ID", "ConvertedAccount", "Account").ReadOnly(),
        Reference("ConvertedContactId", "Converted Contact ID", "ConvertedContact", "Contact").ReadOnly(),
        Reference("ConvertedOpportunityId", "Converted Opportunity ID", "ConvertedOpportunity", "Opportunity").ReadOnly(),
        Flag("IsUnreadByOwner", "Unread By Owner"),
        Date("LastActivityDate", "Last Activity").ReadOnly(),
    ];

    private static IEnumerable<SalesforceField> Place(string prefix, string label, bool hasPicklists)
    {
        yield return Area($"{prefix}Street", $"{label}Street");
        yield return Text($"{prefix}City", $"{label}City", 40);
        yield return Text($"{prefix}State", $"{label}State/Province", 80);
        yield return Text($"{prefix}PostalCode", $"{label}Zip/Postal Code", 20);
        yield return Text($"{prefix}Country", $"{label}Country", 80);
        if (hasPicklists)
        {
            yield return Coded($"{prefix}StateCode", $"{label}State/Province Code", AddressCodes.States);
            yield return Coded($"{prefix}CountryCode", $"{label}Country Code", AddressCodes.Countries);
        }

        yield return new SalesforceField($"{prefix}Latitude", $"{label}Latitude", "double") { Precision = 18, Scale = 15 };
        yield return new SalesforceField($"{prefix}Longitude", $"{label}Longitude", "double") { Precision = 18, Scale = 15 };
        yield return Choice($"{prefix}GeocodeAccuracy", $"{label}Geocode Accuracy", "Address", "City", "Zip") with { Length = 40, IsRestrictedPicklist = true };
        yield return Address($"{prefix}Address", prefix is "" ? "Address" : $"{label}Address");
    }

    private static SalesforceField Coded(string name, string label, IReadOnlyDictionary<string, string> codes) =>
        new(name, label, "picklist", 10)
        {
            IsRestrictedPicklist = true,
            PicklistValues = [.. codes.Select(pair => new SalesforcePicklistValue(pair.Key, pair.Value))],
        };
}
