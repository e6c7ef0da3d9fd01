using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Reads which org it is.</summary>
internal sealed class OrgReader(CrmHttpClient http)
{
    /// <summary>Gives the org's id as outbound messages name it; null where the user may not ask.</summary>
    public async Task<string?> ReadIdAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await http.AskAsync(
                RecordsApi.Get("read the organization", SalesforcePaths.Query("SELECT Id FROM Organization")),
                static answer => SalesforceJson.Read(answer, SalesforceJson.Default.WireListWireId).Records is [{ Id: { } id }] && RecordId.IsId(id)
                    ? RecordId.ToLong(id)
                    : throw new JsonException("The answer names no organization."),
                cancellationToken).ConfigureAwait(false);
        }
        catch (CrmException failure) when (failure.Failure == CrmFailure.Permission)
        {
            // Salesforce accepts the session, and keeps from the user where it is.
            return null;
        }
    }
}
