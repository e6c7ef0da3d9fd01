using System.Globalization;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves queries, page by page.</summary>
internal static class QueryEndpoints
{
    private const int LargestPage = 2_000;
    private const int SmallestPage = 200;

    public static void Query(SalesforceCall call) => Run(call, withDeleted: false);

    public static void QueryAll(SalesforceCall call) => Run(call, withDeleted: true);

    public static void More(SalesforceCall call)
    {
        var locator = call.Rest[1];
        var dash = locator.LastIndexOf('-');
        if (dash < 0 || !int.TryParse(locator.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            || call.Org.Cursors.Find(locator[..dash], call.Org.Now) is not { } cursor || from > cursor.Query.Rows.Count)
            throw SalesforceProblem.Bad("INVALID_QUERY_LOCATOR", "invalid query locator");
        WritePage(call, cursor.Query, locator[..dash], from, cursor.PageSize);
    }

    private static void Run(SalesforceCall call, bool withDeleted)
    {
        var found = SoqlRunner.Run(call.Org, call.Asked("q") ?? throw SalesforceProblem.BadQuery("A query string has to be specified"), withDeleted);
        var size = PageSize(call.Header("Sforce-Query-Options"));
        WritePage(call, found, found.Rows.Count > size ? call.Org.Cursors.Open(found, size, call.Org.Now) : null, 0, size);
    }

    private static void WritePage(SalesforceCall call, BoundQuery query, string? cursor, int from, int size)
    {
        // The size is a hint: later pages are a little smaller, how much depends on the seed.
        var shrunk = from is 0 ? size : size - Seeded.Below(size / 8, call.Org.Options.Seed, from);
        var until = Math.Min(from + shrunk, query.Rows.Count);
        var isDone = until == query.Rows.Count;
        call.Answer.Records = until - from;
        var json = call.Json;
        json.WriteStartObject();
        json.WriteNumber("totalSize", query.Total);
        json.WriteBoolean("done", isDone);
        if (!isDone)
            json.WriteString("nextRecordsUrl", $"{call.Root}/query/{cursor}-{until}");
        json.WriteStartArray("records");
        var writer = new RecordJson(call.Org, call.Root);
        for (var i = from; i < until; i++)
            writer.Write(json, query.Rows[i], query.Selected);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static int PageSize(string? options)
    {
        var at = options?.IndexOf("batchSize=", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
            return LargestPage;
        var digits = new string([.. options![(at + "batchSize=".Length)..].TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? Math.Clamp(size, SmallestPage, LargestPage) : LargestPage;
    }
}
