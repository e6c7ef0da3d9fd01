namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Lists what is served, with what it costs by the vendor's documents.</summary>
internal static class RouteTable
{
    private const string FieldAdmin = "admin contact-fields:full";

    private static readonly Route[] Routes =
    [
        To("GET v2/persons", "persons.list", 10, "contacts:read contacts:full", PersonEndpoints.List),
        To("POST v2/persons", "persons.create", 5, "contacts:full", PersonEndpoints.Create),
        To("GET v2/persons/search", "persons.search", 20, "contacts:read contacts:full search:read", SearchEndpoint.Search),
        To("GET v2/persons/*", "persons.get", 1, "contacts:read contacts:full", PersonEndpoints.Get),
        To("PATCH v2/persons/*", "persons.update", 5, "contacts:full", PersonEndpoints.Update),
        To("DELETE v2/persons/*", "persons.delete", 3, "contacts:full", PersonEndpoints.Delete),
        To("GET v2/personFields", "fields.list", 10, $"contacts:read contacts:full {FieldAdmin}", FieldEndpoints.List),
        To("POST v2/personFields", "fields.create", 5, FieldAdmin, FieldEndpoints.Create),
        To("GET v2/personFields/*", "fields.get", 1, $"contacts:read contacts:full {FieldAdmin}", FieldEndpoints.Get),
        To("PATCH v2/personFields/*", "fields.update", 5, $"contacts:full {FieldAdmin}", FieldEndpoints.Update),
        To("DELETE v2/personFields/*", "fields.delete", 3, FieldAdmin, FieldEndpoints.Delete),
        To("POST v2/personFields/*/options", "fields.options.create", 5, $"contacts:full {FieldAdmin}", OptionEndpoints.Add),
        To("PATCH v2/personFields/*/options", "fields.options.update", 5, $"contacts:full {FieldAdmin}", OptionEndpoints.Update),
        To("DELETE v2/personFields/*/options", "fields.options.delete", 3, $"contacts:full {FieldAdmin}", OptionEndpoints.Delete),
        To("GET v1/users", "users.list", 20, "users:read", UserEndpoints.List),
        To("GET v1/users/me", "users.me", 2, "base", UserEndpoints.Me),
        To("GET v1/users/find", "users.find", 40, "users:read", UserEndpoints.Find),
        To("GET v1/users/*", "users.get", 2, "users:read", UserEndpoints.Get),
        To("GET v1/webhooks", "webhooks.list", 10, "admin", WebhookEndpoints.List),
        To("POST v1/webhooks", "webhooks.create", 10, "admin", WebhookEndpoints.Create),
        To("DELETE v1/webhooks/*", "webhooks.delete", 6, "admin", WebhookEndpoints.Delete),
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

    private static Route To(string methodAndPattern, string kind, int cost, string scopes, Action<PipedriveCall> endpoint)
    {
        var space = methodAndPattern.IndexOf(' ', StringComparison.Ordinal);
        return new Route(methodAndPattern[..space], methodAndPattern[(space + 1)..].Split('/'), kind, cost, scopes.Split(' '), endpoint);
    }
}
