namespace CrmMapping.Emulators.Salesforce;

/// <summary>Leads requests to endpoints. The first route that fits wins, so literal ones come before wildcards.</summary>
internal static class SalesforceRoutes
{
    private static readonly SalesforceRoute[] Routes =
    [
        To("GET ", "versions.resources", VersionEndpoints.Resources),
        To("GET query", "query", QueryEndpoints.Query),
        To("GET queryAll", "queryAll", QueryEndpoints.QueryAll),
        To("GET query/*", "query.more", QueryEndpoints.More),
        To("GET queryAll/*", "query.more", QueryEndpoints.More),
        To("GET search", "search", SearchEndpoint.Search),
        To("GET sobjects", "describe.global", DescribeEndpoints.All),
        To("GET sobjects/*", "{type}.info", DescribeEndpoints.Brief),
        To("POST sobjects/*", "{type}.create", RecordEndpoints.Create),
        To("GET sobjects/*/describe", "{type}.describe", DescribeEndpoints.Whole),
        To("GET sobjects/*/updated", "{type}.updated", ReplicationEndpoints.Updated),
        To("GET sobjects/*/deleted", "{type}.deleted", ReplicationEndpoints.Deleted),
        To("GET sobjects/*/listviews", "listviews.list", ListViewEndpoints.List),
        To("GET sobjects/*/listviews/*/describe", "listviews.describe", ListViewEndpoints.Describe),
        To("GET sobjects/*/listviews/*/results", "listviews.results", ListViewEndpoints.Results),
        To("GET sobjects/*/*", "{type}.get", RecordEndpoints.Get),
        To("PATCH sobjects/*/*", "{type}.update", RecordEndpoints.Update),
        To("DELETE sobjects/*/*", "{type}.delete", RecordEndpoints.Delete),
        To("GET sobjects/*/*/*", "{type}.get", KeyEndpoints.Get),
        To("PATCH sobjects/*/*/*", "{type}.upsert", KeyEndpoints.Upsert),
        To("DELETE sobjects/*/*/*", "{type}.delete", KeyEndpoints.Delete),
        To("POST composite", "composite", CompositeEndpoint.Run) with { IsTopLevelOnly = true },
        To("POST composite/graph", "composite.graph", CompositeEndpoint.RunGraphs) with { IsTopLevelOnly = true },
        To("POST composite/sobjects", "collections.create", CollectionEndpoints.Create),
        To("PATCH composite/sobjects", "collections.update", CollectionEndpoints.Update),
        To("DELETE composite/sobjects", "collections.delete", CollectionEndpoints.Delete),
        To("GET composite/sobjects/*", "collections.read", CollectionEndpoints.Read),
        To("POST composite/sobjects/*", "collections.read", CollectionEndpoints.Read),
        To("PATCH composite/sobjects/*/*", "collections.upsert", CollectionEndpoints.Upsert),
        To("POST jobs/ingest", "ingest.create", IngestEndpoints.Create) with { IsTopLevelOnly = true },
        To("PUT jobs/ingest/*/batches", "ingest.upload", IngestEndpoints.Upload) with { IsTopLevelOnly = true },
        To("GET jobs/ingest/*/successfulResults", "ingest.results", IngestEndpoints.Succeeded) with { IsTopLevelOnly = true },
        To("GET jobs/ingest/*/failedResults", "ingest.results", IngestEndpoints.Failed) with { IsTopLevelOnly = true },
        To("GET jobs/ingest/*/unprocessedrecords", "ingest.results", IngestEndpoints.Unprocessed) with { IsTopLevelOnly = true },
        To("POST jobs/query", "bulkquery.create", QueryJobEndpoints.Create) with { IsTopLevelOnly = true },
        To("GET jobs/query/*/results", "bulkquery.results", QueryJobEndpoints.Results) with { IsTopLevelOnly = true },
        To("GET jobs/*/*", "jobs.get", BulkEndpoints.Get) with { IsTopLevelOnly = true },
        To("PATCH jobs/*/*", "jobs.change", BulkEndpoints.Change) with { IsTopLevelOnly = true },
        To("DELETE jobs/*/*", "jobs.delete", BulkEndpoints.Delete) with { IsTopLevelOnly = true },
        To("GET analytics/reports", "reports.list", ReportEndpoints.List),
        To("GET analytics/reports/*/describe", "reports.describe", ReportEndpoints.Describe),
        To("GET analytics/reports/*", "reports.run", ReportEndpoints.Run),
        To("GET limits", "limits", LimitEndpoint.Get),
    ];

    /// <summary>Answers a request under a version; an error ends it by an exception.</summary>
    public static void Run(SalesforceCall call, bool isTopLevel = false)
    {
        if (call.Path is not ["services", "data", var version, ..])
            throw SalesforceProblem.NotFound();
        call.Version = VersionEndpoints.Read(version);
        var fitting = Routes.Where(route => route.MatchesPath(call.Rest)).ToList();
        if (fitting.Count is 0)
            throw SalesforceProblem.NotFound();
        var route = fitting.Find(route => route.Method == call.Method) ?? throw new SalesforceProblem(405,
            new SalesforceError("METHOD_NOT_ALLOWED", $"HTTP Method '{call.Method}' not allowed. Allowed are {string.Join(",", fitting.Select(one => one.Method).Distinct())}"));
        if (route.IsTopLevelOnly && !isTopLevel)
            throw SalesforceProblem.Bad("INVALID_INPUT", $"{call.Method} {string.Join('/', call.Rest)} cannot be part of a composite request");
        call.Answer.Kind = route.Kind.Replace("{type}", call.Rest.Length > 1 ? Name(call, call.Rest[1]) : "", StringComparison.Ordinal);
        route.Endpoint(call);
    }

    private static string Name(SalesforceCall call, string type) => call.Org.FindTable(type) is { } table ? table.Type.Name.ToLowerInvariant() : "unknown";

    private static SalesforceRoute To(string methodAndPattern, string kind, Action<SalesforceCall> endpoint)
    {
        var space = methodAndPattern.IndexOf(' ', StringComparison.Ordinal);
        return new SalesforceRoute(methodAndPattern[..space], methodAndPattern[(space + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries), kind, endpoint);
    }
}
