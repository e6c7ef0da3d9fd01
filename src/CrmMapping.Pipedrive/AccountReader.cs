using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Pipedrive;

/// <summary>Reads which company an account is.</summary>
internal sealed class AccountReader(ContactsApi api)
{
    /// <summary>Gives the company's id as webhooks name it; null where the credentials do not allow to ask.</summary>
    public async Task<string?> ReadIdAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await api.Http.AskAsync(
                ContactsApi.Get("read the user", PipedrivePaths.Me),
                static answer => PipedriveJson.Read(answer, PipedriveJson.Default.WireAnswerWireUser).Data.CompanyId is { } company
                    ? company.ToString(CultureInfo.InvariantCulture)
                    : throw new JsonException("The answer names no company."),
                cancellationToken).ConfigureAwait(false);
        }
        catch (CrmException failure) when (failure.Failure == CrmFailure.Permission)
        {
            // Pipedrive accepts them, and keeps from them who it is: persons may well be allowed.
            return null;
        }
    }
}
