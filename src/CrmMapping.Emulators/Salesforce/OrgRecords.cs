namespace CrmMapping.Emulators.Salesforce;

/// <summary>Fills a new org with what is there before anybody works in it: its users and its lead statuses.</summary>
internal static class OrgRecords
{
    public static void Fill(SalesforceOrg org)
    {
        var admin = AddUser(org, "admin@acme.example.com", "admin@acme.example.com", "Admin", "User");
        (org.AdminUserId, org.IntegrationUserId) = (admin, admin);
        org.IntegrationUserId = AddUser(org, org.Options.Username, "integration@acme.example.com", "Integration", "User");
        Put(org, "Organization",
            ("Name", "Acme"), ("OrganizationType", "Enterprise Edition"), ("IsSandbox", "false"), ("InstanceName", "EMU1"), ("TimeZoneSidKey", "America/Los_Angeles"));
        SetLeadStatuses(org, SalesforceLeadStatus.Standard);
        org.Commit();
    }

    public static string AddUser(SalesforceOrg org, string username, string email, string firstName, string lastName) => Put(org, "User",
        ("Username", username), ("Email", email), ("FirstName", firstName), ("LastName", lastName), ("IsActive", "true"), ("UserType", "Standard"),
        ("Alias", (firstName + lastName)[..Math.Min(8, firstName.Length + lastName.Length)]));

    public static string AddQueue(SalesforceOrg org, string name) =>
        Put(org, "Group", ("Name", name), ("DeveloperName", name.Replace(' ', '_')), ("Type", "Queue"));

    public static void SetLeadStatuses(SalesforceOrg org, IReadOnlyList<SalesforceLeadStatus> statuses)
    {
        var table = org.Table("LeadStatus");
        table.Clear();
        // Real orders have gaps.
        for (var i = 0; i < statuses.Count; i++)
        {
            Put(org, "LeadStatus", ("ApiName", statuses[i].ApiName), ("MasterLabel", statuses[i].Label), ("SortOrder", FieldText.Of(i * 2.0 + 1)),
                ("IsDefault", FieldText.Of(i is 0)), ("IsConverted", FieldText.Of(statuses[i].IsConverted)));
        }

        var leads = org.Leads.Type;
        leads.Change(leads.Find("Status"), leads[leads.Find("Status")] with
        {
            PicklistValues = [.. statuses.Select((status, i) => new SalesforcePicklistValue(status.ApiName, status.Label) { IsDefault = i is 0 })],
        });
    }

    private static string Put(SalesforceOrg org, string objectName, params (string Field, string? Value)[] values)
    {
        var table = org.Table(objectName);
        var writes = values.Select(pair => new FieldWrite(table.Type.Find(pair.Field), FieldText.Read(table.Type[table.Type.Find(pair.Field)], pair.Value)));
        return org.Editor.Create(table, [.. writes], new Writer(org.AdminUserId) { IsQuiet = true }).Id;
    }
}
