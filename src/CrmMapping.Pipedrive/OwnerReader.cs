using System.Globalization;

namespace CrmMapping.Pipedrive;

/// <summary>Reads a company's users, deactivated and deleted ones included.</summary>
internal sealed class OwnerReader(ContactsApi api)
{
    public async Task<IReadOnlyList<CrmOwner>> ReadAsync(CancellationToken cancellationToken)
    {
        var users = await api.Http.AskAsync(
            ContactsApi.Get("read users", PipedrivePaths.Users),
            static answer => PipedriveJson.Read(answer, PipedriveJson.Default.WireListWireUser),
            cancellationToken).ConfigureAwait(false);
        return [.. users.Data.OfType<WireUser>().Where(static user => user.Id is not null).DistinctBy(static user => user.Id).Select(Of)];
    }

    private static CrmOwner Of(WireUser user)
    {
        var id = user.Id!.Value.ToString(CultureInfo.InvariantCulture);
        var email = string.IsNullOrWhiteSpace(user.Email) ? null : user.Email;
        var name = string.IsNullOrWhiteSpace(user.Name) ? email ?? id : user.Name;
        return new CrmOwner(id, email, name, IsActive: user.ActiveFlag == true && user.IsDeleted != true);
    }
}
