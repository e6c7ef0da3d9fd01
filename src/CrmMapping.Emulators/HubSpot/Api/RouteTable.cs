namespace CrmMapping.Emulators;

/// <summary>Lists what the emulated API serves. The first route that fits wins, so literal ones come before wildcards.</summary>
internal static class RouteTable
{
    private static readonly Route[] Routes =
    [
        To("POST objects/*/batch/read", "{type}.batch.read", BatchReads.Read),
        To("POST objects/*/batch/create", "{type}.batch.create", BatchWrites.Create),
        To("POST objects/*/batch/update", "{type}.batch.update", BatchWrites.Update),
        To("POST objects/*/batch/upsert", "{type}.batch.upsert", BatchWrites.Upsert),
        To("POST objects/*/batch/archive", "{type}.batch.archive", BatchWrites.Archive),
        To("POST objects/*/search", "{type}.search", SearchEndpoint.Search) with { IsSearch = true },
        To("POST objects/*/merge", "{type}.merge", ObjectEndpoints.Merge),
        To("POST objects/*/gdpr-delete", "{type}.gdpr-delete", ObjectEndpoints.GdprDelete),
        To("GET objects/*", "{type}.list", ObjectEndpoints.List),
        To("POST objects/*", "{type}.create", ObjectEndpoints.Create),
        To("GET objects/*/*", "{type}.get", ObjectEndpoints.Get),
        To("PATCH objects/*/*", "{type}.update", ObjectEndpoints.Update),
        To("DELETE objects/*/*", "{type}.archive", ObjectEndpoints.Archive),
        To("GET objects/*/*/associations/*", "associations.list", AssociationEndpoints.List),
        To("PUT objects/*/*/associations/default/*/*", "associations.create", AssociationEndpoints.CreateDefault),
        To("PUT objects/*/*/associations/*/*", "associations.create", AssociationEndpoints.CreateLabelled),
        To("DELETE objects/*/*/associations/*/*", "associations.archive", AssociationEndpoints.Archive),
        To("POST associations/*/*/batch/read", "associations.batch.read", AssociationEndpoints.BatchRead),
        To("GET properties/*", "properties.list", PropertyEndpoints.List),
        To("POST properties/*", "properties.create", PropertyEndpoints.Create),
        To("POST properties/*/batch/read", "properties.batch.read", PropertyBatches.Read),
        To("POST properties/*/batch/create", "properties.batch.create", PropertyBatches.Create),
        To("POST properties/*/batch/archive", "properties.batch.archive", PropertyBatches.Archive),
        To("GET properties/*/groups", "properties.groups.list", PropertyGroups.List),
        To("POST properties/*/groups", "properties.groups.create", PropertyGroups.Create),
        To("GET properties/*/groups/*", "properties.groups.get", PropertyGroups.Get),
        To("GET properties/*/*", "properties.get", PropertyEndpoints.Get),
        To("PATCH properties/*/*", "properties.update", PropertyEndpoints.Update),
        To("DELETE properties/*/*", "properties.archive", PropertyEndpoints.Archive),
        To("POST lists/search", "lists.search", ListEndpoints.Search),
        To("GET lists/*/memberships", "lists.memberships", ListEndpoints.Members),
        To("GET owners", "owners.list", OwnerEndpoints.List),
        To("GET owners/*", "owners.get", OwnerEndpoints.Get),
        To("GET account-info/details", "account-info", AccountEndpoints.Details),
        To("GET calling/dispositions", "calling.dispositions", AccountEndpoints.Dispositions),
        To("POST oauth/token", "oauth.token", OAuthEndpoints.Token) with { IsOpen = true },
        To("POST oauth/token/introspect", "oauth.introspect", OAuthEndpoints.Introspect) with { IsOpen = true },
        To("POST oauth/token/revoke", "oauth.revoke", OAuthEndpoints.Revoke) with { IsOpen = true },
    ];

    public static Route? Find(string method, string[] path) => Array.Find(Routes, route => route.Matches(method, path));

    private static Route To(string methodAndPattern, string kind, Action<HubSpotCall> endpoint)
    {
        var space = methodAndPattern.IndexOf(' ', StringComparison.Ordinal);
        return new Route(methodAndPattern[..space], methodAndPattern[(space + 1)..].Split('/'), kind, endpoint);
    }
}
