namespace CrmMapping.Salesforce;

/// <summary>Reads all records, page by page: by queries, or after the first page by a job where there are many.</summary>
/// <remarks>
/// All pages come in the order of ids. So a pull whose place is lost, at whichever of the two, goes on after the last id that it read,
/// and neither leaves a record out nor gives it twice. The order keeps Salesforce from cutting a job into parts by id, which is worth less.
/// </remarks>
internal sealed class RecordPages(RecordsApi api, BulkPull bulk, int threshold)
{
    public async Task ReadAsync(CrmFieldSet fields, PageCursor? cursor, CrmPage page, CancellationToken cancellationToken)
    {
        var mayBegin = cursor is null;
        if (cursor?.Job is { } job)
        {
            var step = await bulk.ReadAsync(fields, cursor, job, page, cancellationToken).ConfigureAwait(false);
            if (step.Fate == PullFate.Lives)
            {
                GoOn(page, step.Next);
                return;
            }

            mayBegin = step.Fate == PullFate.Lost;
        }

        await QueryAsync(fields, cursor, mayBegin, page, cancellationToken).ConfigureAwait(false);
    }

    private async Task QueryAsync(CrmFieldSet fields, PageCursor? cursor, bool mayBegin, CrmPage page, CancellationToken cancellationToken)
    {
        var masters = new Dictionary<string, string>();
        var answer = cursor?.Next is { } next
            ? await api.NextAsync(fields, next, page, masters, cancellationToken).ConfigureAwait(false)
            : null;
        answer ??= await api.QueryAsync(fields, After(fields.RecordType, cursor?.AfterId), page, masters, cancellationToken).ConfigureAwait(false);
        page.Total = cursor is null ? answer.Total : null;
        if (answer is not { Next: { } onward, LastId: { } last })
        {
            page.HasMore = answer.Next is not null;
            return;
        }

        // The job runs while the host deals with the page; its id is kept before anybody waits for it.
        var job = mayBegin && answer.Total >= threshold
            ? await bulk.BeginAsync(fields, After(fields.RecordType, last), cancellationToken).ConfigureAwait(false)
            : null;
        GoOn(page, job is null ? new PageCursor(last, onward) : new PageCursor(last, Next: null, job));
    }

    private static void GoOn(CrmPage page, PageCursor? next) => (page.HasMore, page.Next) = (next is not null, next?.ToString());

    private static RecordQuery After(RecordType recordType, string? afterId) => new()
    {
        Where = RecordQuery.All(ObjectNames.Alive(recordType), afterId is null ? null : $"{ObjectNames.Id} > {Soql.Literal(afterId)}"),
    };
}
