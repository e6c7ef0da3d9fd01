using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Logs calls and messages as completed tasks of contacts and leads. The key of each is kept in its call object identifier.</summary>
internal sealed class TaskLog(RecordsApi api)
{
    // Keys are up to a hundred characters, and the query goes into an address.
    private const int KeysAtOnce = 50;
    private const int IdsAtOnce = 400;

    private readonly ListPages _pages = new(api);

    public async Task<IReadOnlyList<CrmWriteResult>> LogAsync(IReadOnlyList<ActivityWrite> writes, CancellationToken cancellationToken)
    {
        var tasks = writes.Select(static write => new TaskWrite(write)).ToList();
        await FindAsync(tasks.FindAll(static task => task.Write is ActivityCreate { MayExist: true }), cancellationToken).ConfigureAwait(false);
        await SendAsync(HttpMethod.Post, tasks.FindAll(static task => task is { Write: ActivityCreate, Result: null }), cancellationToken).ConfigureAwait(false);
        await SendAsync(HttpMethod.Patch, tasks.FindAll(static task => task.Write is OutcomeChange), cancellationToken).ConfigureAwait(false);
        return [.. tasks.Select(static task => task.Result!)];
    }

    public async Task<IReadOnlyDictionary<string, string?>> ReadOutcomesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var part in ids.Chunk(IdsAtOnce))
        {
            var soql = $"SELECT Id, CallDisposition FROM Task WHERE {Soql.In("Id", part)}";
            foreach (var task in await _pages.ReadAllAsync("read Task", soql, SalesforceJson.Default.WireListWireTask, cancellationToken).ConfigureAwait(false))
            {
                outcomes[RecordId.ToLong(task.Id!)] = string.IsNullOrEmpty(task.CallDisposition) ? null : task.CallDisposition;
            }
        }

        return outcomes;
    }

    private async Task FindAsync(List<TaskWrite> tasks, CancellationToken cancellationToken)
    {
        foreach (var part in tasks.Chunk(KeysAtOnce))
        {
            var soql = $"SELECT Id, CallObject FROM Task WHERE {Soql.In("CallObject", part.Select(static task => task.Write.Key))} ORDER BY Id";
            var found = await _pages.ReadAllAsync("find Task", soql, SalesforceJson.Default.WireListWireTask, cancellationToken).ConfigureAwait(false);
            foreach (var task in part)
            {
                // Salesforce compares without regard to case; keys do not.
                if (found.FirstOrDefault(other => other.CallObject == task.Write.Key) is { } there)
                {
                    task.End(CrmWriteOutcome.AlreadyExists, RecordId.ToLong(there.Id!));
                }
            }
        }
    }

    private async Task SendAsync(HttpMethod method, List<TaskWrite> tasks, CancellationToken cancellationToken)
    {
        foreach (var part in tasks.Chunk(RecordsApi.MaxBatch))
        {
            await SendOnceAsync(method, part, cancellationToken).ConfigureAwait(false);

            // A user who was deactivated owns nothing new; the call was made all the same.
            var ownerless = Array.FindAll(part, static task => task.Result is null);
            if (ownerless.Length > 0)
            {
                await SendOnceAsync(method, ownerless, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task SendOnceAsync(HttpMethod method, IReadOnlyList<TaskWrite> tasks, CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        TaskBodies.Write(body, tasks);
        var request = new CrmRequest
        {
            Name = method == HttpMethod.Post ? "create Task" : "update Task",
            Method = method,
            Path = SalesforcePaths.Collections,
            Body = body.Written,
            IsRepeatable = method != HttpMethod.Post,
        };
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsUnanswered)
        {
            EndAll(tasks);
        }
        else if (!response.IsSuccess)
        {
            throw api.Http.Refused(request, response);
        }
        else
        {
            Take(request, response, tasks);
        }
    }

    private void Take(CrmRequest request, CrmResponse response, IReadOnlyList<TaskWrite> tasks)
    {
        try
        {
            api.Http.Read(request, response, answer =>
            {
                TaskAnswer.Read(answer.Body.Span, tasks);
                return true;
            });
        }
        catch (CrmException) when (!request.IsRepeatable)
        {
            // Salesforce did it and told us so, in words that cannot be read.
            EndAll(tasks);
        }
    }

    private static void EndAll(IEnumerable<TaskWrite> tasks)
    {
        foreach (var task in tasks.Where(static task => task.Result is null))
        {
            task.End(CrmWriteOutcome.Unanswered);
        }
    }
}
