namespace CrmMapping.HubSpot.Tests;

public sealed class The_flows_of_an_account
{
    [Fact, Trait("Rule", "D5")]
    public async Task Create_contacts_on_this_side_alone_and_update_both_where_nothing_is_said()
    {
        await using var account = await HubSpotAccount.OpenAsync();

        (account.Traits.DefaultCreation, account.Traits.DefaultUpdate).Should().Be((SyncFlow.FromCrm, SyncFlow.BothWays));
    }
}
