namespace CustomCrm;

// <readme:adapter-contract>
public sealed class Rolodex_keeps_the_adapter_contract : CrmAdapterContract
{
    protected override async Task<CrmTestAccount> OpenAccountAsync(CrmTestOptions options, CancellationToken cancellationToken) =>
        await RolodexTestAccount.OpenAsync(options, cancellationToken);
}
// </readme>
