namespace CrmMapping.Aircall;

/// <summary>Builds every path of Aircall's API.</summary>
internal static class AircallPaths
{
    public const int PageSize = 50;

    public const string Token = "/v1/oauth/token";

    public static string Tags(int page) => $"/v1/tags?page={page}&per_page={PageSize}";

    public static string Calls(long from, int page) => $"/v1/calls?from={from}&order=asc&page={page}&per_page={PageSize}";

    public static string Call(string id) => $"/v1/calls/{Uri.EscapeDataString(id)}";
}
