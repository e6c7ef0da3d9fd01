namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lists the one telephony account of these tests, whose calls the host tells itself.</summary>
public sealed class StaffPhones : ITelephonyAccounts
{
    public const string Name = "Phones";

    public ValueTask<IReadOnlyList<TelephonyAccount>> ReadAllAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<TelephonyAccount>>([new TelephonyAccount(Name, "Own")]);

    public ValueTask<TelephonyCredentials?> FindCredentialsAsync(TelephonyAccount account, CancellationToken cancellationToken) =>
        ValueTask.FromResult<TelephonyCredentials?>(null);
}
