using System.Globalization;
using System.Text;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves jobs that query: made, and their rows taken part by part.</summary>
internal static class QueryJobEndpoints
{
    private const int UsualPart = 50_000;

    public static void Create(SalesforceCall call)
    {
        var body = call.ReadObject();
        if (body.Text("operation") is not ("query" or "queryAll"))
            throw SalesforceProblem.Bad("INVALIDOPERATION", $"'{body.Text("operation")}' is no operation of a query job");
        var text = body.Text("query") ?? throw SalesforceProblem.BadJson("Missing required property: query");
        var query = SoqlParser.Parse(text);
        if (query.HasOffset || query.IsCount)
            throw SalesforceProblem.Bad("FEATURENOTENABLED", "A bulk query takes no OFFSET and no aggregates");
        var found = SoqlRunner.Run(call.Org, query with { Limit = 0 }, withDeleted: false);
        if (found.Selected.Items.Any(item => item is { Child: null, Ordinal: >= 0 } && found.Type[item.Ordinal].Type is "address"))
            throw SalesforceProblem.Bad("FEATURENOTENABLED", "Selecting compound data not supported in Bulk Query");
        var job = new BulkJob
        {
            Id = SalesforceId.Create("750", call.Org.NextJob()), Table = call.Org.Table(found.Type.Name), Operation = body.Text("operation")!, Query = text,
            Version = call.Version, CreatedAt = call.Org.Now, LineEnding = BulkOptions.LineEnding(body), ColumnDelimiter = BulkOptions.Delimiter(body),
            Writer = call.Writer,
        };
        BulkProgress.Start(call.Org, job);
        call.Org.Jobs.Add(job.Id, job);
        BulkEndpoints.Write(call, job);
    }

    public static void Results(SalesforceCall call)
    {
        var job = BulkEndpoints.Find(call, isQuery: true);
        if (job.Version != call.Version)
            throw new SalesforceProblem(409, new SalesforceError("API_VERSION_MISMATCH", "The results are had in the version in which the job was made"));
        if (job.Found is not { } found)
            throw BulkEndpoints.State($"The job is {job.State}; its results are there when it is complete");
        var size = Number(call.Asked("maxRecords")) ?? UsualPart;
        var count = found.Count - 1;
        var from = call.Asked("locator") is { } locator ? ReadLocator(locator, count) : 0;
        var until = Math.Min(from + size, count);
        var csv = new CsvWriter(job.Delimiter, job.NewLine);
        csv.Row(found[0]);
        for (var i = from; i < until; i++)
            csv.Row(found[i + 1]);
        call.Answer.Records = until - from;
        // The end is the word, not a missing header.
        call.Answer.Headers.Add(new("Sforce-Locator", until < count ? WriteLocator(until) : "null"));
        call.Answer.Headers.Add(new("Sforce-NumberOfRecords", (until - from).ToString(CultureInfo.InvariantCulture)));
        call.Answer.Text("text/csv", csv.ToBytes());
    }

    private static string WriteLocator(int from) => Convert.ToBase64String(Encoding.ASCII.GetBytes(from.ToString(CultureInfo.InvariantCulture))).TrimEnd('=');

    private static int ReadLocator(string locator, int count)
    {
        var bytes = new byte[locator.Length + 4];
        var padded = locator.PadRight((locator.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(padded, bytes, out var length) && Number(Encoding.ASCII.GetString(bytes, 0, length)) is { } from && from < count
            ? from
            : throw SalesforceProblem.Bad("INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
