using CrmMapping.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Reads all records after one by a job of Bulk API 2.0, whose results come in pages of many.</summary>
/// <remarks>
/// A job tells what was when it ran, and its pages are dealt with up to a day later: what changed since is read once more with each page, so
/// that a pull gives no value that is older than a change which was read meanwhile, and no record that is gone.
/// </remarks>
internal sealed class BulkPull(RecordsApi api, Duration overlap, TimeProvider time, ILogger logger)
{
    /// <summary>How many records a page has: as many as a host holds in memory at once.</summary>
    public const int PageSize = 10_000;

    private static readonly Duration ShortestWait = Duration.FromSeconds(1);
    private static readonly Duration LongestWait = Duration.FromSeconds(15);
    private static readonly Duration LongestJob = Duration.FromMinutes(30);

    private readonly QueryJobApi _jobs = new(api.Http);

    private string Connection => api.Http.Connection.Name;

    /// <summary>Opens a job for the records after one.</summary>
    /// <returns>The job; null when Salesforce opens none, and queries have to do.</returns>
    public async Task<QueryJob?> BeginAsync(CrmFieldSet fields, RecordQuery query, CancellationToken cancellationToken)
    {
        var known = await api.Schema.FindAsync(fields.RecordType, cancellationToken).ConfigureAwait(false);
        try
        {
            return await _jobs.OpenAsync(
                query.Of(ObjectNames.Of(fields.RecordType), RecordsApi.Selected(fields, known)), cancellationToken).ConfigureAwait(false);
        }
        catch (CrmException refusal) when (refusal.Failure != CrmFailure.Credentials)
        {
            logger.PullWithoutJob(Connection, refusal.Message);
            return null;
        }
    }

    /// <summary>Waits a moment for a job, or reads the next page of its results.</summary>
    public async Task<PullStep> ReadAsync(CrmFieldSet fields, PageCursor cursor, QueryJob job, CrmPage page, CancellationToken cancellationToken)
    {
        if (job.Locator is null && await WaitAsync(cursor, job, cancellationToken).ConfigureAwait(false) is { } wait)
        {
            return wait;
        }

        var known = await api.Schema.FindAsync(fields.RecordType, cancellationToken).ConfigureAwait(false);
        var table = new QueryTable(RecordsApi.Names.Of(fields), known);
        var next = await _jobs.ReadResultsAsync(job, PageSize, csv => table.Read(csv.Span, page), cancellationToken).ConfigureAwait(false);
        if (next is null)
        {
            logger.PullLostJob(Connection, job.Id);
            return new PullStep(PullFate.Lost);
        }

        var last = page.Count > 0 ? page[^1].Id : cursor.AfterId;
        if (page.Count > 0)
        {
            await RefreshAsync(fields, job, cursor.AfterId, last, page, cancellationToken).ConfigureAwait(false);
        }

        return new PullStep(PullFate.Lives, next.Locator is null ? null : new PageCursor(last, Next: null, next));
    }

    // A page without records lets the host deal with live changes between two looks.
    private async Task<PullStep?> WaitAsync(PageCursor cursor, QueryJob job, CancellationToken cancellationToken)
    {
        if (await _jobs.FindAsync(job.Id, cancellationToken).ConfigureAwait(false) is not { } look)
        {
            logger.PullLostJob(Connection, job.Id);
            return new PullStep(PullFate.Lost);
        }

        switch (look.State)
        {
            case "JobComplete":
                return null;
            case "Failed" or "Aborted":
                logger.PullJobFailed(Connection, job.Id, look.State, look.Reason);
                return new PullStep(PullFate.Failed);
        }

        var age = (look.At ?? Instant.FromDateTimeOffset(time.GetUtcNow())) - job.CreatedAt;
        if (age > LongestJob)
        {
            await _jobs.AbortAsync(job.Id, cancellationToken).ConfigureAwait(false);
            logger.PullJobFailed(Connection, job.Id, look.State ?? "", "it ran for too long");
            return new PullStep(PullFate.Failed);
        }

        await Task.Delay(Duration.Max(ShortestWait, Duration.Min(age, LongestWait)).ToTimeSpan(), time, cancellationToken).ConfigureAwait(false);
        return new PullStep(PullFate.Lives, cursor);
    }

    private async Task RefreshAsync(
        CrmFieldSet fields, QueryJob job, string afterId, string lastId, CrmPage page, CancellationToken cancellationToken)
    {
        using var fresh = CrmPage.Rent();
        var query = new RecordQuery
        {
            Where = RecordQuery.All(
                $"{ObjectNames.Modified} >= {Soql.Literal(job.CreatedAt - overlap)}",
                $"{ObjectNames.Id} > {Soql.Literal(afterId)}", $"{ObjectNames.Id} <= {Soql.Literal(lastId)}"),
            WithDeleted = true,
        };
        await api.QueryAllAsync(fields, query, fresh, new Dictionary<string, string>(), cancellationToken).ConfigureAwait(false);
        RecordCopies.Refresh(page, fresh);
    }
}
