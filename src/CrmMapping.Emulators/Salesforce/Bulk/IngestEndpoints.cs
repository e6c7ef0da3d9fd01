namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves jobs that write: made, filled once, started, and asked for what came of each row.</summary>
internal static class IngestEndpoints
{
    private const int LargestUpload = 100_000_000;

    public static void Create(SalesforceCall call)
    {
        var body = call.ReadObject();
        var operation = body.Text("operation");
        if (operation is not ("insert" or "update" or "upsert" or "delete" or "hardDelete"))
            throw SalesforceProblem.Bad("INVALIDOPERATION", $"'{operation}' is no operation of a job");
        var table = call.Org.FindTable(body.Text("object") ?? "");
        if (table is null || !call.Org.Writeable.Contains(table.Type.Name))
            throw SalesforceProblem.Bad("INVALIDENTITY", $"Unable to find object: {body.Text("object")}");
        var key = body.Text("externalIdFieldName");
        if (operation is "upsert" && (key is null || table.Type.FindVisible(key) < 0))
            throw SalesforceProblem.Bad("INVALIDJOB", "An upsert needs an externalIdFieldName that the object has");
        var job = new BulkJob
        {
            Id = SalesforceId.Create("750", call.Org.NextJob()), Table = table, Operation = operation, Version = call.Version, CreatedAt = call.Org.Now,
            LineEnding = BulkOptions.LineEnding(body), ColumnDelimiter = BulkOptions.Delimiter(body), ExternalIdFieldName = key,
            Writer = new Writer(call.Org.IntegrationUserId) { AutoAssigns = body.Text("assignmentRuleId") is not null },
        };
        call.Org.Jobs.Add(job.Id, job);
        BulkEndpoints.Write(call, job);
    }

    public static void Upload(SalesforceCall call)
    {
        var job = BulkEndpoints.Find(call, isQuery: false);
        if (!call.Headers.ContentType.ToString().StartsWith("text/csv", StringComparison.OrdinalIgnoreCase))
            throw new SalesforceProblem(415, new SalesforceError("UNSUPPORTED_MEDIA_TYPE", "The data of a job is text/csv"));
        if (job.State is not "Open" || job.Data is not null)
            throw BulkEndpoints.State("The data of a job is uploaded once, while the job is Open");
        if (call.Body.Length > LargestUpload)
            throw new SalesforceProblem(413, new SalesforceError("EXCEEDED_MAX_SIZE_REQUEST", "The data of a job is at most 100 MB"));
        job.Data = call.BodyText.TrimStart('\uFEFF');
        call.Answer.Status = 201;
        call.Answer.ContentType = "";
    }

    public static void Succeeded(SalesforceCall call) => WriteRows(call, static job => job.Succeeded,
        static row => [row.Id, row.IsNew ? "true" : "false"], "sf__Id", "sf__Created");

    public static void Failed(SalesforceCall call) => WriteRows(call, static job => job.Failed,
        static row => [row.Id, row.Error], "sf__Id", "sf__Error");

    public static void Unprocessed(SalesforceCall call) => WriteRows(call, static job => job.Unprocessed, static _ => []);

    private static void WriteRows(SalesforceCall call, Func<BulkJob, List<BulkRow>> rows, Func<BulkRow, string?[]> front, params string[] columns)
    {
        var job = BulkEndpoints.Find(call, isQuery: false);
        if (job.State is not ("JobComplete" or "Failed" or "Aborted"))
            throw BulkEndpoints.State($"The job is {job.State}; its results are there when it ended");
        var csv = new CsvWriter(job.Delimiter, job.NewLine);
        csv.Row([.. columns, .. job.Columns]);
        foreach (var row in rows(job))
            csv.Row([.. front(row), .. row.Cells]);
        call.Answer.Records = rows(job).Count;
        call.Answer.Text("text/csv", csv.ToBytes());
    }
}
