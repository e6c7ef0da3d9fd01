namespace CrmMapping.HighLevel;

/// <summary>Builds every path of HighLevel's API.</summary>
internal static class HighLevelPaths
{
    public const string Token = "/oauth/token";

    // The document has the slash at the end, and nobody knows whether the server does without.
    public const string Contacts = "/contacts/";

    public const string Search = "/contacts/search";

    public static string Contact(string id) => Contacts + Uri.EscapeDataString(id);

    public static string Tags(string id) => Contact(id) + "/tags";

    public static string Duplicate(string location, string key, string value) =>
        $"/contacts/search/duplicate?locationId={Uri.EscapeDataString(location)}&{key}={Uri.EscapeDataString(value)}";

    public static string Location(string id) => $"/locations/{Uri.EscapeDataString(id)}";

    public static string Fields(string location) => Location(location) + "/customFields";

    public static string Users(string company, int skip, int limit) =>
        $"/users/search?companyId={Uri.EscapeDataString(company)}&skip={skip}&limit={limit}";
}
