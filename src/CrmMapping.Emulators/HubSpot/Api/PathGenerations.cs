namespace CrmMapping.Emulators;

/// <summary>Knows the numbered and the dated paths of each resource, so that one route serves both.</summary>
internal static class PathGenerations
{
    private static readonly string[] Dates = ["2026-03", "2026-09"];

    /// <summary>Brings a path to the form without a version, such as <c>objects/contacts/512</c>; null when no such resource exists.</summary>
    public static string[]? Unversioned(string path)
    {
        var parts = path.Trim('/').Split('/');
        return parts switch
        {
            ["crm", "v3", "objects" or "properties" or "owners" or "pipelines" or "lists", ..] => parts[2..],
            ["crm", "v4", "objects", _, _, "associations", ..] => parts[2..],
            ["crm", "v4", "associations", ..] => parts[2..],
            ["crm", "objects" or "properties" or "owners" or "pipelines" or "associations" or "lists", var date, ..] when IsDate(date) =>
                [parts[1], .. parts[3..]],
            ["oauth", var version, ..] when version is "v1" or "v3" || IsDate(version) => ["oauth", .. parts[2..]],
            ["account-info", var version, ..] when version is "v3" || IsDate(version) => ["account-info", .. parts[2..]],
            ["calling", "v1", ..] => ["calling", .. parts[2..]],
            _ => null,
        };
    }

    private static bool IsDate(string version) => Dates.Contains(version, StringComparer.Ordinal);
}
