using System.Globalization;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Reads which portal an account is.</summary>
internal sealed class AccountReader(ContactsApi api)
{
    /// <summary>Gives the portal's id as webhooks name it; null where the credentials do not allow to ask.</summary>
    public async Task<string?> ReadIdAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await api.Http.AskAsync(
                ContactsApi.Get("read the account", api.Paths.Account),
                static answer => HubSpotJson.Read(answer, HubSpotJson.Default.WireAccount).PortalId is { } portal
                    ? portal.ToString(CultureInfo.InvariantCulture)
                    : throw new JsonException("The answer names no portal."),
                cancellationToken).ConfigureAwait(false);
        }
        catch (CrmException failure) when (failure.Failure == CrmFailure.Permission)
        {
            // HubSpot accepts them, and keeps from them who it is: contacts may well be allowed.
            return null;
        }
    }
}
