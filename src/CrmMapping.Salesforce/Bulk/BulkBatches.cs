using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Takes batches of many records as bulk jobs, and what is left of them as collections.</summary>
internal sealed class BulkBatches(RecordsApi api, RecordBatches few, SalesforceOptions options, TimeProvider time) : IBatchEndpoint
{
    // A job of that many is cut into no further batches by Salesforce.
    public const int MaxRows = 10_000;

    private const int MaxUploads = 3;

    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestJob = TimeSpan.FromMinutes(30);

    private readonly BulkApi _bulk = new(api.Http);

    public int MaxBatch => MaxRows;

    public BatchKind KindOf(CrmWrite write) => few.KindOf(write);

    public Task<IReadOnlyDictionary<string, string>> ResolveAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => few.ResolveAsync(fields, ids, cancellationToken);

    public async Task<BatchReply> SendAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Writes.Count <= few.MaxBatch)
        {
            return await few.SendAsync(fields, batch, cancellationToken).ConfigureAwait(false);
        }

        var known = await BatchCheck.DescribeAsync(api.Schema, fields, batch, cancellationToken).ConfigureAwait(false);
        if (BatchCheck.Find(fields, batch, known, options.ExternalIdField) is { } reply)
        {
            return reply;
        }

        var refusals = BatchCheck.Unfit(fields, batch, known);
        var open = batch.Writes.Where(write => !refusals.ContainsKey(write)).ToList();
        var key = batch.Kind == BatchKind.Upsert ? options.ExternalIdField! : ObjectNames.Id;
        var results = new IngestResults(fields, open, key);
        using (var table = new RequestBody())
        {
            new IngestTable(fields, known, key).Write(table, open);
            var job = await StartAsync(fields.RecordType, batch.Kind, table, cancellationToken).ConfigureAwait(false);
            if (job is null)
            {
                batch.EndAll(CrmWriteOutcome.Failed, "Salesforce took no table for a bulk job. It is tried again later.");
                return BatchReply.Taken(refusals);
            }

            await TakeAsync(await EndedAsync(job, cancellationToken).ConfigureAwait(false), results, batch, cancellationToken).ConfigureAwait(false);
        }

        if (batch.Kind != BatchKind.Archive)
        {
            await WriteConfirmation.AskAsync(api, fields, open, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (write, refusal) in results.Refusals)
        {
            refusals[write] = refusal;
        }

        return BatchReply.Taken(refusals);
    }

    // Nothing runs before a job is told that its table is whole: one whose upload nobody answered is thrown away.
    private async Task<string?> StartAsync(RecordType recordType, BatchKind kind, RequestBody table, CancellationToken cancellationToken)
    {
        var (operation, externalId) = kind switch
        {
            BatchKind.Upsert => ("upsert", options.ExternalIdField),
            BatchKind.Update => ("update", null),
            _ => ("delete", (string?)null),
        };
        for (var number = 1; number <= MaxUploads; number++)
        {
            var job = await _bulk.OpenAsync(ObjectNames.Of(recordType), operation, externalId, cancellationToken).ConfigureAwait(false);
            if (await _bulk.UploadAsync(job.Id!, table, cancellationToken).ConfigureAwait(false))
            {
                await _bulk.ChangeAsync(job.Id!, "UploadComplete", cancellationToken).ConfigureAwait(false);
                return job.Id;
            }

            await _bulk.ChangeAsync(job.Id!, "Aborted", cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<WireJob> EndedAsync(string id, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var wait = FirstLook; ; wait = wait * 2 < LongestLook ? wait * 2 : LongestLook)
        {
            var job = await _bulk.FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (job.State is "JobComplete" or "Failed" or "Aborted" || time.GetElapsedTime(started) > LongestJob)
            {
                return job;
            }

            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(WireJob job, IngestResults results, WriteBatch batch, CancellationToken cancellationToken)
    {
        if (job.State is not ("JobComplete" or "Failed" or "Aborted"))
        {
            batch.EndAll(CrmWriteOutcome.Unanswered, "Salesforce's bulk job runs longer than is waited for, so it may be done later.");
            return;
        }

        // Whatever became of the job, rows that were done stay done.
        await _bulk.ReadResultsAsync(job.Id!, "successfulResults/", table => results.ReadDone(table.Span), cancellationToken).ConfigureAwait(false);
        await _bulk.ReadResultsAsync(job.Id!, "failedResults/", table => results.ReadFailed(table.Span), cancellationToken).ConfigureAwait(false);
        if (job.State != "JobComplete")
        {
            var reason = SalesforceError.CodeOrNone((job.ErrorMessage ?? "").Split(':', 2)[0].Trim());
            api.Schema.Forget(RecordType.Contact);
            api.Schema.Forget(RecordType.Lead);
            await _bulk.ReadResultsAsync(
                job.Id!, "unprocessedrecords/", table => results.ReadUnprocessed(table.Span, reason), cancellationToken).ConfigureAwait(false);
        }
    }
}
