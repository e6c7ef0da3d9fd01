using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Runs ingest jobs of Bulk API 2.0: one method, one request.</summary>
internal sealed class BulkApi(CrmHttpClient http)
{
    private const string Csv = "text/csv";

    /// <summary>Opens a job. One whose answer was lost stays empty, does nothing, and is removed by Salesforce.</summary>
    public async Task<WireJob> OpenAsync(string type, string operation, string? externalId, CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("object"u8, type);
            writer.WriteString("operation"u8, operation);
            if (externalId is not null)
            {
                writer.WriteString("externalIdFieldName"u8, externalId);
            }

            writer.WriteString("contentType"u8, "CSV"u8);
            writer.WriteString("columnDelimiter"u8, "COMMA"u8);
            writer.WriteString("lineEnding"u8, "LF"u8);
            writer.WriteEndObject();
        }

        return await http.AskAsync(
            RecordsApi.Post("open a bulk job", SalesforcePaths.IngestJobs, body), static answer => Read(answer), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Uploads the table, of which a job takes one.</summary>
    /// <returns>False when no answer arrived, so that nobody knows whether the job has it.</returns>
    public async Task<bool> UploadAsync(string id, RequestBody table, CancellationToken cancellationToken)
    {
        var request = new CrmRequest
        {
            Name = "upload to a bulk job", Method = HttpMethod.Put, Path = $"{SalesforcePaths.IngestJob(id)}/batches", Body = table.Written,
            ContentType = Csv, ExpectsJson = false, IsRepeatable = false,
        };
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response switch
        {
            { IsUnanswered: true } => false,
            { IsSuccess: true } => true,
            _ => throw http.Refused(request, response),
        };
    }

    /// <summary>Asks a job to run or to end. One that is past that state refuses, and what became of it is asked for anyway.</summary>
    public async Task ChangeAsync(string id, string state, CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("state"u8, state);
            writer.WriteEndObject();
        }

        var request = RecordsApi.Post("change a bulk job", SalesforcePaths.IngestJob(id), body) with { Method = HttpMethod.Patch };
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if ((int)response.Status is 401 or 403)
        {
            throw http.Refused(request, response);
        }
    }

    public Task<WireJob> FindAsync(string id, CancellationToken cancellationToken) => http.AskAsync(
        RecordsApi.Get("look at a bulk job", SalesforcePaths.IngestJob(id)), static answer => Read(answer), cancellationToken);

    /// <summary>Reads a table of a job's results.</summary>
    public Task<int> ReadResultsAsync(string id, string which, Func<ReadOnlyMemory<byte>, int> read, CancellationToken cancellationToken) => http.AskAsync(
        RecordsApi.Get("read the results of a bulk job", $"{SalesforcePaths.IngestJob(id)}/{which}") with { ExpectsJson = false, Accept = Csv },
        answer => read(answer.Body), cancellationToken);

    private static WireJob Read(CrmResponse answer) => SalesforceJson.Read(answer, SalesforceJson.Default.WireJob) is { Id: { } id } job && RecordId.IsId(id)
        ? job
        : throw new JsonException("The answer names no job.");
}
