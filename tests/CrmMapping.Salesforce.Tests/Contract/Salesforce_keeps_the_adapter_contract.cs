namespace CrmMapping.Salesforce.Tests;

public sealed class Salesforce_keeps_the_adapter_contract : CrmAdapterContract
{
    protected override async Task<CrmTestAccount> OpenAccountAsync(CrmTestOptions options, CancellationToken cancellationToken) =>
        await SalesforceTestAccount.OpenAsync(options);
}
