using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Takes batches of records as Salesforce's collections want them; guarded ones, whose writes all carry a condition, a record a part.</summary>
internal sealed class RecordBatches(
    RecordsApi api, RecordReader reader, SalesforceOptions options, TimeProvider time, bool isGuarded = false) : IBatchEndpoint
{
    // A lock is held for seconds: four more tries span about ten of them.
    private const int MaxAttempts = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(700);

    private readonly WriteRequests _requests = new(options);

    // One part of a guarded request reads back.
    public int MaxBatch => isGuarded ? CompositeBody.MaxRequests - 1 : RecordsApi.MaxBatch;

    // Creates with a key of their own are upserts, which may be repeated.
    public BatchKind KindOf(CrmWrite write) => write.Kind switch
    {
        CrmWriteKind.Update => BatchKind.Update,
        CrmWriteKind.Archive => BatchKind.Archive,
        _ => options.ExternalIdField is not null && write.LocalId is not null ? BatchKind.Upsert : BatchKind.Create,
    };

    public async Task<BatchReply> SendAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken)
    {
        var known = await BatchCheck.DescribeAsync(api.Schema, fields, batch, cancellationToken).ConfigureAwait(false);
        if (BatchCheck.Find(fields, batch, known, options.ExternalIdField) is { } reply)
        {
            return reply;
        }

        var refusals = BatchCheck.Unfit(fields, batch, known);
        var open = batch.Writes.Where(write => !refusals.ContainsKey(write)).ToList();
        for (var attempt = 1; open.Count > 0; attempt++)
        {
            var (answer, passing) = await SendOnceAsync(fields, known, batch.Kind, open, refusals, cancellationToken).ConfigureAwait(false);
            if (answer is not null)
            {
                return attempt == 1 && refusals.Count == 0 ? answer : EndRest(answer, open, refusals);
            }

            if (passing.Count > 0 && attempt == MaxAttempts)
            {
                EndPassing(passing);
                break;
            }

            open = [.. passing.Keys];
            if (open.Count > 0)
            {
                await Task.Delay(FirstWait * (1 << (attempt - 1)), time, cancellationToken).ConfigureAwait(false);
            }
        }

        return BatchReply.Taken(refusals);
    }

    public async Task<IReadOnlyDictionary<string, string>> ResolveAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        using var page = CrmPage.Rent();
        await reader.ReadAsync(fields, ids, page, cancellationToken).ConfigureAwait(false);
        return page.Where(static record => !record.IsArchived && record.ConvertedInto is null)
            .DistinctBy(static record => record.RequestedId)
            .ToDictionary(static record => record.RequestedId, static record => record.Id, StringComparer.Ordinal);
    }

    // Sends what is open once. What is done ends, what is refused is noted, and what may pass is given back.
    private async Task<(BatchReply? Whole, Dictionary<PendingWrite, string> Passing)> SendOnceAsync(
        CrmFieldSet fields, ObjectSchema known, BatchKind kind, List<PendingWrite> open, Dictionary<PendingWrite, WriteRefusal> refusals,
        CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        var request = kind == BatchKind.Archive
            ? WriteRequests.Delete(ObjectNames.Of(fields.RecordType), open)
            : isGuarded ? _requests.WriteUnlessChanged(fields, known, open, body) : _requests.Write(fields, known, kind, open, body);
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsUnanswered)
        {
            return (BatchReply.Unanswered, []);
        }

        if (!response.IsSuccess)
        {
            return (Refused(request, Whole(response), response.Body.Span, fields), []);
        }

        try
        {
            var parts = kind == BatchKind.Archive ? new() { [WriteRequests.Written] = Whole(response) } : api.Http.Read(request, response, static answer => CompositePart.ReadAll(answer.Body.Span));
            var written = parts.GetValueOrDefault(WriteRequests.Written);
            if (!isGuarded && !written.IsSuccess)
            {
                return (Refused(request, written, response.Body.Span, fields), []);
            }

            var taken = new WriteAnswer(fields, open, refusals, () => api.Schema.Forget(fields.RecordType));
            var passing = api.Http.Read(
                request, response, answer => isGuarded ? taken.Read(parts, answer.Body.Span) : taken.Read(written.Of(answer.Body.Span)));
            if (kind != BatchKind.Archive)
            {
                await ConfirmAsync(fields, request, response, parts.GetValueOrDefault(WriteRequests.Held), open, cancellationToken).ConfigureAwait(false);
            }

            return (null, passing);
        }
        catch (CrmException damaged) when (kind == BatchKind.Create && damaged.Failure == CrmFailure.Passing)
        {
            // Salesforce did it and told us so, in words that cannot be read.
            return (BatchReply.Unanswered, []);
        }
    }

    private static CompositePart Whole(CrmResponse response) => new((int)response.Status, 0, response.Body.Length);

    // The part that reads speaks of every record of the other by its place: where one was not made, none are read, so they are asked for.
    private async Task ConfirmAsync(
        CrmFieldSet fields, CrmRequest request, CrmResponse response, CompositePart held, List<PendingWrite> writes, CancellationToken cancellationToken)
    {
        if (held.IsSuccess)
        {
            api.Http.Read(request, response, answer =>
            {
                WriteConfirmation.Read(held.Of(answer.Body.Span), fields, writes);
                return true;
            });
            return;
        }

        await WriteConfirmation.AskAsync(api, fields, writes, cancellationToken).ConfigureAwait(false);
    }

    private BatchReply Refused(CrmRequest request, CompositePart part, ReadOnlySpan<byte> json, CrmFieldSet fields)
    {
        var errors = SalesforceError.ReadAll(part.Of(json));
        if (part.Status is 401 or 403 or >= 500 || errors.Count == 0)
        {
            throw SalesforceRefusals.Of(api.Http.Connection.Name, request.Name, part, json);
        }

        if (errors.Any(FieldErrors.IsOfSchema))
        {
            api.Schema.Forget(fields.RecordType);
        }

        return BatchReply.Refused(FieldErrors.ToWriteRefusal(errors, fields));
    }

    // Some of the batch was settled before the rest met an answer that speaks of all of it.
    private static BatchReply EndRest(BatchReply answer, List<PendingWrite> open, Dictionary<PendingWrite, WriteRefusal> refusals)
    {
        foreach (var write in open.Where(static write => write.Result is null))
        {
            write.End(
                answer == BatchReply.Unanswered ? CrmWriteOutcome.Unanswered : CrmWriteOutcome.Failed,
                "Salesforce did not say what became of it after others of the batch were done.", write.Write.Id);
        }

        return BatchReply.Taken(refusals);
    }

    private static void EndPassing(Dictionary<PendingWrite, string> passing)
    {
        foreach (var (write, code) in passing)
        {
            write.End(CrmWriteOutcome.Failed, $"Salesforce was busy with the record each time it was tried ({code}).", write.Write.Id);
        }
    }
}
