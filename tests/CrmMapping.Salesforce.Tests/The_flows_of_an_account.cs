namespace CrmMapping.Salesforce.Tests;

public sealed class The_flows_of_an_account
{
    [Fact, Trait("Rule", "D5")]
    public async Task Create_from_the_CRM_and_update_both_ways()
    {
        await using var account = await SalesforceAccount.OpenAsync();

        account.Adapter.Traits.Should().BeEquivalentTo(new
        {
            DefaultCreation = SyncFlow.FromCrm, DefaultUpdate = SyncFlow.BothWays, HasLeadStatuses = true, BatchSize = 200,
        });
    }
}
