namespace CrmMapping.Salesforce;

/// <summary>Builds every path of Salesforce's API: the one place that knows the version.</summary>
internal static class SalesforcePaths
{
    public const string Token = "/services/oauth2/token";

    public const string Root = "/services/data/v66.0";

    public const string Composite = Root + "/composite";

    public const string Collections = Composite + "/sobjects";

    public const string IngestJobs = Root + "/jobs/ingest";

    public const string QueryJobs = Root + "/jobs/query";

    public const string Reports = Root + "/analytics/reports";

    public static string Query(string soql, bool withDeleted = false) =>
        $"{Root}/{(withDeleted ? "queryAll" : "query")}?q={Uri.EscapeDataString(soql)}";

    public static string Describe(string type) => $"{Root}/sobjects/{type}/describe";

    public static string Record(string type, string id) => $"{Root}/sobjects/{type}/{Uri.EscapeDataString(id)}";

    public static string CollectionOf(string type) => $"{Collections}/{type}";

    public static string UpsertOf(string type, string externalId) => $"{Collections}/{type}/{Uri.EscapeDataString(externalId)}";

    public static string Delete(IEnumerable<string> ids) => $"{Collections}?ids={string.Join(',', ids.Select(Uri.EscapeDataString))}&allOrNone=false";

    public static string ListViews(string type) => $"{Root}/sobjects/{type}/listviews";

    public static string ListView(string type, string id) => $"{ListViews(type)}/{Uri.EscapeDataString(id)}/describe";

    public static string Report(string id) => $"{Reports}/{Uri.EscapeDataString(id)}?includeDetails=true";

    public static string IngestJob(string id) => $"{IngestJobs}/{Uri.EscapeDataString(id)}";

    public static string QueryJob(string id) => $"{QueryJobs}/{Uri.EscapeDataString(id)}";

    public static string QueryResults(string id, int most, string? locator) =>
        $"{QueryJob(id)}/results?maxRecords={most}{(locator is null ? "" : $"&locator={Uri.EscapeDataString(locator)}")}";
}
