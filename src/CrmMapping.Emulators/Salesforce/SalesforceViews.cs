using CrmMapping.Emulators.Salesforce;

namespace CrmMapping.Emulators;

/// <summary>Adds list views, reports and campaigns to the emulated org. May be shared between threads.</summary>
public sealed class SalesforceViews
{
    private readonly SalesforceOrg _org;
    private long _added;

    internal SalesforceViews(SalesforceOrg org) => _org = org;

    /// <summary>Adds a list view.</summary>
    /// <param name="label">What people see.</param>
    /// <param name="query">Its SOQL, whose fields are its columns.</param>
    /// <returns>The id.</returns>
    /// <exception cref="InvalidOperationException">The query is wrong.</exception>
    public string AddListView(string label, string query) => Add("00B", label, query, isReport: false);

    /// <summary>Adds a tabular report.</summary>
    /// <param name="name">What people see.</param>
    /// <param name="query">Its SOQL, whose fields are its columns.</param>
    /// <returns>The id.</returns>
    /// <exception cref="InvalidOperationException">The query is wrong.</exception>
    public string AddReport(string name, string query) => Add("00O", name, query, isReport: true);

    /// <summary>Adds a campaign with its members.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="memberIds">Contacts and leads, by their ids.</param>
    /// <returns>The id.</returns>
    /// <exception cref="InvalidOperationException">A member does not exist.</exception>
    public string AddCampaign(string name, params IReadOnlyList<string> memberIds)
    {
        ArgumentNullException.ThrowIfNull(memberIds);
        var campaign = new SalesforceRecords(_org, _org.Table("Campaign")).Create([new("Name", name)]).Id;
        new SalesforceRecords(_org, _org.Table("CampaignMember")).CreateMany(memberIds.Select(id => new KeyValuePair<string, string?>[]
        {
            new("CampaignId", campaign), new(id.StartsWith(_org.Leads.Type.KeyPrefix, StringComparison.Ordinal) ? "LeadId" : "ContactId", id),
        }));
        return campaign;
    }

    private string Add(string prefix, string label, string query, bool isReport)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        lock (_org.Gate)
        {
            try
            {
                var found = SoqlRunner.Run(_org, query);
                var id = SalesforceId.Create(prefix, ++_added);
                _org.Views.Add(new(id, found.Type.Name, label.Replace(' ', '_'), label, query, isReport));
                return id;
            }
            catch (SalesforceProblem problem)
            {
                throw new InvalidOperationException($"The query of '{label}' was refused: {problem.Message}", problem);
            }
        }
    }
}
