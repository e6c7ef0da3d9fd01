namespace CrmMapping.HubSpot.Tests;

public sealed class HubSpot_keeps_the_adapter_contract : CrmAdapterContract
{
    protected override async Task<CrmTestAccount> OpenAccountAsync(CrmTestOptions options, CancellationToken cancellationToken) =>
        await HubSpotTestAccount.OpenAsync(options);
}
