using System.Globalization;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Reads which portal an account is.</summary>
internal sealed class AccountReader(ContactsApi api)
{
    /// <summary>Gives the portal's id as webhooks name it.</summary>
    public Task<string> ReadIdAsync(CancellationToken cancellationToken) => api.Http.AskAsync(
        ContactsApi.Get("read the account", api.Paths.Account),
        static answer => HubSpotJson.Read(answer, HubSpotJson.Default.WireAccount).PortalId is { } portal
            ? portal.ToString(CultureInfo.InvariantCulture)
            : throw new JsonException("The answer names no portal."),
        cancellationToken);
}
