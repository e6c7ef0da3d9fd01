namespace CrmMapping.HighLevel.Tests;

public sealed class HighLevel_keeps_the_adapter_contract : CrmAdapterContract
{
    protected override async Task<CrmTestAccount> OpenAccountAsync(CrmTestOptions options, CancellationToken cancellationToken) =>
        await HighLevelTestAccount.OpenAsync(options);
}
