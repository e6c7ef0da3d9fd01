using System.Text.Json;
using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves what jobs that write and jobs that query have in common: looking, listing, aborting, deleting.</summary>
internal static class BulkEndpoints
{
    private static readonly Duration Kept = Duration.FromDays(7);

    public static BulkJob Find(SalesforceCall call, bool isQuery)
    {
        if (!SalesforceId.TryRead(call.Rest[2], out var id) || !call.Org.Jobs.TryGetValue(id, out var job) || job.IsQuery != isQuery)
            throw SalesforceProblem.NotFound();
        if (job.EndedAt + Kept > call.Org.Now || job.EndedAt is null)
            return job;
        call.Org.Jobs.Remove(id);
        throw SalesforceProblem.NotFound();
    }

    public static void Get(SalesforceCall call)
    {
        var job = Find(call, call.Rest[1] is "query");
        BulkProgress.Poll(call.Org, job);
        Write(call, job);
    }

    public static void Delete(SalesforceCall call)
    {
        var job = Find(call, call.Rest[1] is "query");
        if (job.State is not ("JobComplete" or "Failed" or "Aborted"))
            throw State($"The job is {job.State}; only a job that ended can be deleted");
        call.Org.Jobs.Remove(job.Id);
        call.Answer.Status = 204;
    }

    public static void Change(SalesforceCall call)
    {
        var job = Find(call, call.Rest[1] is "query");
        var wanted = call.ReadObject().Text("state");
        switch (wanted, job.State)
        {
            case ("UploadComplete", "Open") when !job.IsQuery:
                BulkProgress.Start(call.Org, job);
                break;
            case ("Aborted", "Open" or "UploadComplete" or "InProgress"):
                Abort(job);
                job.EndedAt = call.Org.Now;
                break;
            default:
                throw State($"Job state cannot change from {job.State} to {wanted}");
        }

        Write(call, job);
    }

    public static SalesforceProblem State(string message) => SalesforceProblem.Bad("INVALIDJOBSTATE", message);

    public static void Write(SalesforceCall call, BulkJob job)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("id", job.Id);
        json.WriteString("operation", job.Operation);
        json.WriteString("object", job.Table.Type.Name);
        json.WriteString("createdById", call.Org.IntegrationUserId);
        json.WriteString("createdDate", SalesforceTime.ToJson(job.CreatedAt));
        json.WriteString("systemModstamp", SalesforceTime.ToJson(call.Org.Now));
        json.WriteString("state", job.State);
        if (job.ExternalIdFieldName is not null)
            json.WriteString("externalIdFieldName", job.ExternalIdFieldName);
        json.WriteString("concurrencyMode", "Parallel");
        json.WriteString("contentType", "CSV");
        json.WriteNumber("apiVersion", job.Version);
        json.WriteString("jobType", job.IsQuery ? "V2Query" : "V2Ingest");
        if (job is { IsQuery: false, State: "Open" })
            json.WriteString("contentUrl", $"{call.Root[1..]}/jobs/ingest/{job.Id}/batches");
        json.WriteString("lineEnding", job.LineEnding);
        json.WriteString("columnDelimiter", job.ColumnDelimiter);
        if (job.State is not "Open")
            WriteProgress(json, job);
        json.WriteEndObject();
    }

    private static void WriteProgress(Utf8JsonWriter json, BulkJob job)
    {
        json.WriteNumber("numberRecordsProcessed", job.IsQuery ? job.Found?.Count - 1 ?? 0 : job.Succeeded.Count + job.Failed.Count);
        if (!job.IsQuery)
            json.WriteNumber("numberRecordsFailed", job.Failed.Count);
        json.WriteNumber("retries", 0);
        json.WriteNumber("totalProcessingTime", 0);
        if (job.ErrorMessage is not null)
            json.WriteString("errorMessage", job.ErrorMessage);
    }

    private static void Abort(BulkJob job)
    {
        job.State = "Aborted";
        if (job.Data is null)
            return;
        var reader = new CsvReader(job.Data, job.Delimiter, job.NewLine);
        job.Columns = reader.ReadRow().Cells;
        while (!reader.IsAtEnd)
            job.Unprocessed.Add(new BulkRow(reader.ReadRow().Cells));
    }
}
