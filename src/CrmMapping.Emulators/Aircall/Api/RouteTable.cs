namespace CrmMapping.Emulators.Aircall;

/// <summary>Lists what is served.</summary>
internal static class RouteTable
{
    private static readonly Route[] Routes =
    [
        To("GET v1/ping", "ping", static request => request.Succeed("ping", static json => json.WriteStringValue("pong"))),
        To("GET v1/calls", "calls.list", CallEndpoints.List),
        To("GET v1/calls/search", "calls.search", CallEndpoints.Search),
        To("GET v1/calls/*", "calls.get", CallEndpoints.Get),
        To("POST v1/calls/*/tags", "calls.tag", CallEndpoints.Tag),
        To("POST v1/calls/*/comments", "calls.comment", CallEndpoints.Comment),
        To("PUT v1/calls/*/archive", "calls.archive", static request => CallEndpoints.Archive(request, isArchived: true)),
        To("PUT v1/calls/*/unarchive", "calls.unarchive", static request => CallEndpoints.Archive(request, isArchived: false)),
        To("GET v1/tags", "tags.list", TagEndpoints.List),
        To("POST v1/tags", "tags.create", TagEndpoints.Create),
        To("GET v1/tags/*", "tags.get", TagEndpoints.Get),
        To("PUT v1/tags/*", "tags.update", TagEndpoints.Update),
        To("DELETE v1/tags/*", "tags.delete", TagEndpoints.Delete),
        To("GET v1/users", "users.list", PeopleEndpoints.ListUsers),
        To("GET v1/users/*", "users.get", PeopleEndpoints.GetUser),
        To("GET v2/users", "users.list", PeopleEndpoints.ListUsers),
        To("GET v2/users/*", "users.get", PeopleEndpoints.GetUser),
        To("GET v1/numbers", "numbers.list", PeopleEndpoints.ListLines),
        To("GET v1/numbers/*", "numbers.get", PeopleEndpoints.GetLine),
        To("GET v1/webhooks", "webhooks.list", WebhookEndpoints.List),
        To("POST v1/webhooks", "webhooks.create", WebhookEndpoints.Create),
        To("GET v1/webhooks/*", "webhooks.get", WebhookEndpoints.Get),
        To("PUT v1/webhooks/*", "webhooks.update", WebhookEndpoints.Update),
        To("DELETE v1/webhooks/*", "webhooks.delete", WebhookEndpoints.Delete),
    ];

    public static Route? Find(string method, ReadOnlySpan<string> path)
    {
        foreach (var route in Routes)
        {
            if (route.Matches(method, path))
                return route;
        }

        return null;
    }

    private static Route To(string methodAndPattern, string kind, Action<AircallRequest> endpoint)
    {
        var space = methodAndPattern.IndexOf(' ', StringComparison.Ordinal);
        return new Route(methodAndPattern[..space], methodAndPattern[(space + 1)..].Split('/'), kind, endpoint);
    }
}
