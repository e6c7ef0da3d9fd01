using System.Text;
using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Runs query jobs of Bulk API 2.0: one method, one request.</summary>
internal sealed class QueryJobApi(CrmHttpClient http)
{
    private const string Csv = "text/csv";

    // The end of the results is this word, not a header that is missing.
    private const string End = "null";

    // Beyond this age too much has changed since for results that are completed by what changed.
    private static readonly Duration LongestUse = Duration.FromDays(1);

    /// <summary>Opens a job. One whose answer was lost runs for nothing, and is removed by Salesforce.</summary>
    public async Task<QueryJob> OpenAsync(string soql, CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("operation"u8, "query"u8);
            writer.WriteString("query"u8, soql);
            writer.WriteString("contentType"u8, "CSV"u8);
            writer.WriteString("columnDelimiter"u8, "COMMA"u8);
            writer.WriteString("lineEnding"u8, "LF"u8);
            writer.WriteEndObject();
        }

        return await http.AskAsync(RecordsApi.Post("open a query job", SalesforcePaths.QueryJobs, body), ReadJob, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks how far a job is.</summary>
    /// <returns>What it told; null when Salesforce has no such job.</returns>
    public async Task<QueryJobLook?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var request = RecordsApi.Get("look at a query job", SalesforcePaths.QueryJob(id));
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.IsSuccess ? http.Read(request, response, ReadLook) : null;
    }

    /// <summary>Ends a job that nobody waits for any longer; whether it could be ended does not matter.</summary>
    public async Task AbortAsync(string id, CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("state"u8, "Aborted"u8);
            writer.WriteEndObject();
        }

        var request = RecordsApi.Post("end a query job", SalesforcePaths.QueryJob(id), body) with { Method = HttpMethod.Patch };
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a part of the results.</summary>
    /// <param name="job">The job, and where its results go on.</param>
    /// <param name="most">How many records the part holds at most.</param>
    /// <param name="read">Reads the table and gives how many records it holds.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The job at the place after the part, without a locator at the end; null when the results are gone or too old.</returns>
    public async Task<QueryJob?> ReadResultsAsync(QueryJob job, int most, Func<ReadOnlyMemory<byte>, int> read, CancellationToken cancellationToken)
    {
        var request = RecordsApi.Get("read the results of a query job", SalesforcePaths.QueryResults(job.Id, most, job.Locator)) with
        {
            ExpectsJson = false,
            Accept = Csv,
        };
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.IsSuccess && !(response.Date - job.CreatedAt > LongestUse)
            ? job with { Locator = http.Read(request, response, answer => Whole(answer, read(answer.Body))) }
            : null;
    }

    private static string? Whole(CrmResponse answer, int count)
    {
        if (answer.NumberHeader("Sforce-NumberOfRecords") is { } told && told != count)
        {
            throw new FormatException("The results hold another number of records than they say.");
        }

        return answer.Header("Sforce-Locator") switch
        {
            null or "" => throw new FormatException("The results do not say whether more follow."),
            End => null,
            var locator => locator,
        };
    }

    private static QueryJob ReadJob(CrmResponse answer) =>
        SalesforceJson.Read(answer, SalesforceJson.Default.WireJob) is { Id: { } id, CreatedDate: { } created } && RecordId.IsId(id)
            && WireTime.Read(Encoding.UTF8.GetBytes(created)) is { } at
            ? new QueryJob(id, at)
            : throw new JsonException("The answer names no job.");

    // What Salesforce says may quote the query: its code alone is kept.
    private static QueryJobLook ReadLook(CrmResponse answer)
    {
        var job = SalesforceJson.Read(answer, SalesforceJson.Default.WireJob);
        return new QueryJobLook(job.State, SalesforceError.CodeOrNone((job.ErrorMessage ?? "").Split(':', 2)[0].Trim()), answer.Date);
    }
}
