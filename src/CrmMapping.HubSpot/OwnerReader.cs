using System.Text.Json;

namespace CrmMapping.HubSpot;

/// <summary>Reads an account's owners, deactivated ones included.</summary>
internal sealed class OwnerReader(ContactsApi api)
{
    public async Task<IReadOnlyList<CrmOwner>> ReadAsync(CancellationToken cancellationToken)
    {
        // One who was brought back may be in both lists while they are read: the active entry comes first and counts.
        List<CrmOwner> owners = [];
        await ReadAsync(owners, archived: false, cancellationToken).ConfigureAwait(false);
        await ReadAsync(owners, archived: true, cancellationToken).ConfigureAwait(false);
        return [.. owners.DistinctBy(owner => owner.Id)];
    }

    private async Task ReadAsync(List<CrmOwner> owners, bool archived, CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var list = await api.Http.AskAsync(
                ContactsApi.Get("read owners", api.Paths.Owners(archived, after)),
                static answer => HubSpotJson.Read(answer, HubSpotJson.Default.WireListWireOwner),
                cancellationToken).ConfigureAwait(false);
            owners.AddRange(list.Results.OfType<WireOwner>().Where(owner => owner.Id is { Length: > 0 }).Select(owner => Of(owner, archived)));
            after = api.Onward(after, list.Paging?.Next?.After);
        }
        while (after is not null);
    }

    private static CrmOwner Of(WireOwner owner, bool archived)
    {
        var email = string.IsNullOrWhiteSpace(owner.Email) ? null : owner.Email;
        var name = $"{owner.FirstName} {owner.LastName}".Trim();
        return new CrmOwner(owner.Id!, email, name.Length > 0 ? name : email ?? owner.Id!, IsActive: !(archived || owner.Archived == true));
    }
}
