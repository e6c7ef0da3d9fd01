namespace CrmMapping.HubSpot;

/// <summary>Builds every path of HubSpot's API: the one place that knows how versions look.</summary>
internal sealed class HubSpotPaths(HubSpotApiVersion version)
{
    private readonly string _contacts = Of("crm", "objects", version) + "/contacts";

    public string Contacts => _contacts;

    public string BatchRead => _contacts + "/batch/read";

    public string BatchReadArchived => _contacts + "/batch/read?archived=true";

    public string BatchCreate => _contacts + "/batch/create";

    public string BatchUpdate => _contacts + "/batch/update";

    public string BatchUpsert => _contacts + "/batch/upsert";

    public string BatchArchive => _contacts + "/batch/archive";

    public string Search => _contacts + "/search";

    public string Properties => Of("crm", "properties", version) + "/contacts";

    public string PropertyGroups => Properties + "/groups";

    /// <summary>Gets where the outcomes of calls are; no dated path is known.</summary>
    public static string Dispositions => "/calling/v1/dispositions";

    public string ListSearch => Of("crm", "lists", version) + "/search";

    public string Token => version == HubSpotApiVersion.V3 ? "/oauth/v3/token" : "/oauth/2026-09/token";

    public string Account => version == HubSpotApiVersion.V3 ? "/account-info/v3/details" : "/account-info/2026-09/details";

    public string Objects(string kind) => $"{Of("crm", "objects", version)}/{kind}";

    public string PropertiesOf(string kind) => $"{Of("crm", "properties", version)}/{kind}";

    public string Contact(string id) => $"{_contacts}/{Uri.EscapeDataString(id)}";

    public string Owners(bool archived, string? after)
    {
        var path = $"{Of("crm", "owners", version)}?limit=100&archived={(archived ? "true" : "false")}";
        return after is null ? path : $"{path}&after={Uri.EscapeDataString(after)}";
    }

    public string Members(string listId, string? after)
    {
        var path = $"{Of("crm", "lists", version)}/{Uri.EscapeDataString(listId)}/memberships?limit={ContactsApi.MaxBatch}";
        return after is null ? path : $"{path}&after={Uri.EscapeDataString(after)}";
    }

    private static string Of(string area, string resource, HubSpotApiVersion version) =>
        version == HubSpotApiVersion.V3 ? $"/{area}/v3/{resource}" : $"/{area}/{resource}/2026-09";
}
