namespace CrmMapping.Emulators.HighLevel;

/// <summary>Lists what is served.</summary>
internal static class RouteTable
{
    private static readonly Route[] Routes =
    [
        To("POST contacts/", "contacts.create", "contacts.write", ContactEndpoints.Create),
        To("GET contacts/", "contacts.list", "contacts.readonly", ContactEndpoints.List),
        To("POST contacts/upsert", "contacts.upsert", "contacts.write", ContactEndpoints.Upsert),
        To("POST contacts/search", "contacts.search", "contacts.readonly", SearchEndpoint.Search),
        To("GET contacts/search/duplicate", "contacts.duplicate", "contacts.readonly", ContactEndpoints.FindDuplicate),
        To("POST contacts/bulk/tags/update/*", "contacts.tags.bulk", "contacts.write", TagEndpoints.UpdateMany),
        To("GET contacts/*", "contacts.get", "contacts.readonly", ContactEndpoints.Get),
        To("PUT contacts/*", "contacts.update", "contacts.write", ContactEndpoints.Update),
        To("DELETE contacts/*", "contacts.delete", "contacts.write", ContactEndpoints.Delete),
        To("POST contacts/*/tags", "contacts.tags.add", "contacts.write", TagEndpoints.Add),
        To("DELETE contacts/*/tags", "contacts.tags.remove", "contacts.write", TagEndpoints.Remove),
        To("GET locations/*", "locations.get", "locations.readonly", LocationEndpoints.Get) with { TakesAgency = true },
        To("GET locations/*/timezones", "locations.timezones", "locations.readonly", LocationEndpoints.TimeZones),
        To("GET locations/*/customFields", "fields.list", "locations/customFields.readonly", FieldEndpoints.List),
        To("POST locations/*/customFields", "fields.create", "locations/customFields.write", FieldEndpoints.Create),
        To("GET locations/*/customFields/*", "fields.get", "locations/customFields.readonly", FieldEndpoints.Get),
        To("PUT locations/*/customFields/*", "fields.update", "locations/customFields.write", FieldEndpoints.Update),
        To("DELETE locations/*/customFields/*", "fields.delete", "locations/customFields.write", FieldEndpoints.Delete),
        To("GET users/", "users.list", "users.readonly", UserEndpoints.List),
        To("GET users/search", "users.search", "users.readonly", UserEndpoints.Search) with { TakesAgency = true },
        To("POST users/search/filter-by-email", "users.by-email", "users.readonly", UserEndpoints.FindByEmail) with { TakesAgency = true },
        To("GET users/*", "users.get", "users.readonly", UserEndpoints.Get) with { TakesAgency = true },
        To("POST oauth/locationToken", "oauth.location-token", "oauth.write", OAuthEndpoints.LocationToken) with { TakesAgency = true },
        To("GET oauth/installedLocations", "oauth.installed-locations", "oauth.readonly", OAuthEndpoints.InstalledLocations) with { TakesAgency = true },
    ];

    public static Route? Find(string method, string[] path) => Array.Find(Routes, route => route.Matches(method, path));

    private static Route To(string methodAndPattern, string kind, string scope, Action<HighLevelCall> endpoint)
    {
        var space = methodAndPattern.IndexOf(' ', StringComparison.Ordinal);
        return new Route(methodAndPattern[..space], methodAndPattern[(space + 1)..].Split('/'), kind, scope, endpoint);
    }
}
