namespace CrmMapping.Emulators.Salesforce;

/// <summary>Knows which records go to the recycle bin with another, and come back with it: contacts of an account, memberships of a person or campaign.</summary>
internal static class Dependents
{
    public static List<SObject> Of(SalesforceOrg org, SObject record)
    {
        var (objectName, field) = record.Type.Name switch
        {
            "Account" => ("Contact", "AccountId"),
            "Contact" => ("CampaignMember", "ContactId"),
            "Lead" => ("CampaignMember", "LeadId"),
            "Campaign" => ("CampaignMember", "CampaignId"),
            _ => (null, null),
        };
        if (objectName is null)
            return [];
        var table = org.Table(objectName);
        return [.. table.Having(table.Type.Find(field!), record.Id)];
    }
}
