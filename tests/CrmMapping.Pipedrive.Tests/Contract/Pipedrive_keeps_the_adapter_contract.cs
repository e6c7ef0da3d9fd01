namespace CrmMapping.Pipedrive.Tests;

public sealed class Pipedrive_keeps_the_adapter_contract : CrmAdapterContract
{
    protected override async Task<CrmTestAccount> OpenAccountAsync(CrmTestOptions options, CancellationToken cancellationToken) =>
        await PipedriveTestAccount.OpenAsync(options);
}
