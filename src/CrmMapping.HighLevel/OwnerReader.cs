namespace CrmMapping.HighLevel;

/// <summary>Reads the agency's users; those who were removed, or do not see the location, own nothing there.</summary>
internal sealed class OwnerReader(ContactsApi api, LocationReader location)
{
    private const int PageSize = 100;

    public async Task<IReadOnlyList<CrmOwner>> ReadAsync(CancellationToken cancellationToken)
    {
        var company = (await location.ReadAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? throw new CrmException(
            CrmFailure.Refused, api.Http.Connection.Name,
            "HighLevel does not say which agency the location belongs to, so its users cannot be read. Grant the scope 'locations.readonly', and connect again.");
        List<CrmOwner> owners = [];
        for (var skip = 0; ;)
        {
            var page = await api.Http.AskAsync(
                ContactsApi.Get(Requests.ReadUsers, HighLevelPaths.Users(company, skip, PageSize)),
                static answer => HighLevelJson.Read(answer, HighLevelJson.Default.WireUsers), cancellationToken).ConfigureAwait(false);
            owners.AddRange(page.Users.OfType<WireUser>().Where(static user => user.Id is { Length: > 0 }).Select(Of));
            skip += page.Users.Count;
            if (page.Users.Count == 0 || (page.Count is { } all ? skip >= all : page.Users.Count < PageSize))
            {
                return [.. owners.DistinctBy(static owner => owner.Id)];
            }
        }
    }

    private CrmOwner Of(WireUser user)
    {
        var email = string.IsNullOrWhiteSpace(user.Email) ? null : user.Email;
        var full = $"{user.FirstName} {user.LastName}".Trim();
        var name = string.IsNullOrWhiteSpace(user.Name) ? full : user.Name;
        var seesLocation = user.Roles?.Type == "agency" || user.Roles?.LocationIds?.Contains(api.LocationId) == true;
        return new CrmOwner(user.Id!, email, name.Length > 0 ? name : email ?? user.Id!, IsActive: user.Deleted != true && seesLocation);
    }
}
