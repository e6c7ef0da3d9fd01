namespace CrmMapping;

/// <summary>Lists the telephony accounts that were declared in code, unless the host brings accounts of its own.</summary>
internal sealed class DeclaredTelephonies(CrmMappingRegistry registry) : ITelephonyAccounts
{
    public ValueTask<IReadOnlyList<TelephonyAccount>> ReadAllAsync(CancellationToken cancellationToken) =>
        new([.. registry.Telephonies.Select(static declared => declared.Account)]);

    public ValueTask<TelephonyCredentials?> FindCredentialsAsync(TelephonyAccount account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new(registry.Telephonies.Find(declared => declared.Account.Name == account.Name)?.Credentials);
    }
}
