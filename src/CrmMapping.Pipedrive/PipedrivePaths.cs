namespace CrmMapping.Pipedrive;

/// <summary>Builds every path of Pipedrive's API: the one place that knows which part lives in which version.</summary>
internal static class PipedrivePaths
{
    public const string Persons = "/api/v2/persons";

    public const string PersonFields = "/api/v2/personFields";

    public const string Users = "/api/v1/users";

    public const string Me = "/api/v1/users/me";

    public const string Search = "/api/v2/persons/search";

    public static string Person(string id) => $"{Persons}/{Uri.EscapeDataString(id)}";

    public static string Fields(string? cursor) => With($"{PersonFields}?limit=500", cursor);

    public static string With(string path, string? cursor) => cursor is null ? path : $"{path}&cursor={Uri.EscapeDataString(cursor)}";
}
