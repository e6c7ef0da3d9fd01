using CrmMapping;
using CrmMapping.Emulators;

namespace QuickStart;

/// <summary>Knows the telephony accounts of the application's customers; here there is one.</summary>
internal sealed class CompanyAccounts(AircallEmulator company) : ITelephonyAccounts
{
    public const string Name = "frontdesk";

    public ValueTask<IReadOnlyList<TelephonyAccount>> ReadAllAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<TelephonyAccount>>([new TelephonyAccount(Name, "Aircall")]);

    public ValueTask<TelephonyCredentials?> FindCredentialsAsync(TelephonyAccount account, CancellationToken cancellationToken) =>
        ValueTask.FromResult<TelephonyCredentials?>(new TelephonyCredentials
        {
            KeyId = company.ApiId,
            Secret = company.ApiToken,
            WebhookTokens = company.Webhooks.Token is { } token ? [token] : [],
        });
}
