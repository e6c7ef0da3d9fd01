using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Writes activities of one kind in batches, of which one bad item costs itself alone.</summary>
internal sealed class ActivityBatches(ContactsApi api, ActivityKind kind, string keyProperty)
{
    private readonly ActivityKeyProperty _key = new(api, kind, keyProperty);
    private readonly string _batch = $"{api.Paths.Objects(kind.Name)}/batch";

    public async Task WriteAsync(IReadOnlyList<ActivityPart> parts, CancellationToken cancellationToken)
    {
        var creates = parts.Where(static part => part.Write is ActivityCreate).ToList();
        if (creates.Count > 0)
        {
            await _key.EnsureAsync(cancellationToken).ConfigureAwait(false);
            await FindAsync(creates.FindAll(static part => part.Write.MayExist), cancellationToken).ConfigureAwait(false);
            foreach (var batch in creates.FindAll(static part => part.Result is null).Chunk(ContactsApi.MaxBatch))
            {
                await CreateAsync(batch, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var batch in parts.Where(static part => part.Write is OutcomeChange).Chunk(ContactsApi.MaxBatch))
        {
            await SendAsync(batch, isCreate: false, cancellationToken).ConfigureAwait(false);
            EndOpen(batch);
        }
    }

    /// <summary>Reads a property of activities by their ids, or by another property that is unique; those that are not there do not come.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> ReadAsync(
        IReadOnlyCollection<string> ids, string? idProperty, string property, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var part in ids.Chunk(ContactsApi.MaxBatch))
        {
            using var body = new RequestBody();
            ContactBodies.Read(body, part, [property], [], idProperty);
            var answer = await api.Http.AskAsync(
                ContactsApi.Post($"read {kind.Name}", $"{_batch}/read", body),
                static answer => HubSpotJson.Read(answer, HubSpotJson.Default.WireListWireActivity), cancellationToken).ConfigureAwait(false);
            foreach (var activity in answer.Results.OfType<WireActivity>().Where(static activity => activity is { Id: not null, Archived: not true }))
            {
                values[activity.Id!] = activity.Properties?.GetValueOrDefault(property) is { Length: > 0 } value ? value : null;
            }
        }

        return values;
    }

    private async Task FindAsync(List<ActivityPart> parts, CancellationToken cancellationToken)
    {
        var found = await ReadAsync([.. parts.Select(static part => part.Write.Key)], keyProperty, keyProperty, cancellationToken).ConfigureAwait(false);
        foreach (var (id, key) in found)
        {
            parts.Find(part => part.Result is null && part.Write.Key == key)?.End(CrmWriteOutcome.AlreadyExists, id);
        }
    }

    // What is refused for its owner goes without; what is refused because it is there is looked for; and what belongs to nobody any more says so.
    private async Task CreateAsync(IReadOnlyList<ActivityPart> batch, CancellationToken cancellationToken)
    {
        await SendAsync(batch, isCreate: true, cancellationToken).ConfigureAwait(false);
        var again = batch.Where(static part => part.Result is null).ToList();
        if (again.Count > 0)
        {
            await FindAsync(again, cancellationToken).ConfigureAwait(false);
            again.RemoveAll(static part => part.Result is not null);
            await SendAsync(again, isCreate: true, cancellationToken).ConfigureAwait(false);
        }

        EndOpen(batch);
        await FindLostAsync([.. batch.Where(static part => part.Result!.Outcome == CrmWriteOutcome.Refused)], cancellationToken).ConfigureAwait(false);
    }

    // In which words HubSpot refuses a link to a contact that is gone is not documented, so the contacts are asked for.
    private async Task FindLostAsync(List<ActivityPart> refused, CancellationToken cancellationToken)
    {
        if (refused.Count == 0)
        {
            return;
        }

        using var body = new RequestBody();
        ContactBodies.Read(body, refused.Select(static part => ((ActivityCreate)part.Write).RecordId).Distinct(), [], [], idProperty: null);
        var there = await api.Http.AskAsync(
            ContactsApi.Post("read contacts", api.Paths.BatchRead, body),
            static answer => HubSpotJson.Read(answer, HubSpotJson.Default.WireListWireActivity), cancellationToken).ConfigureAwait(false);
        var ids = there.Results.OfType<WireActivity>().Select(static contact => contact.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var part in refused.Where(part => !ids.Contains(((ActivityCreate)part.Write).RecordId)))
        {
            part.End(CrmWriteOutcome.NotFound, message: "The contact that it belongs to is gone.");
        }
    }

    // A batch that is refused as a whole is halved until what stands in the way stands alone.
    private async Task SendAsync(IReadOnlyList<ActivityPart> batch, bool isCreate, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return;
        }

        using var body = new RequestBody();
        ActivityBodies.Write(body, batch, kind, keyProperty);
        var request = ContactsApi.Post($"{(isCreate ? "create" : "update")} {kind.Name}", $"{_batch}/{(isCreate ? "create" : "update")}", body) with
        {
            IsRepeatable = !isCreate,
        };
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsUnanswered)
        {
            EndAll(batch, CrmWriteOutcome.Unanswered);
        }
        else if (response.IsSuccess)
        {
            Take(batch, isCreate, request, response);
        }
        else if ((int)response.Status is 401 or 403)
        {
            throw api.Http.Refused(request, response);
        }
        else if (batch.Count > 1)
        {
            var half = batch.Count / 2;
            await SendAsync([.. batch.Take(half)], isCreate, cancellationToken).ConfigureAwait(false);
            await SendAsync([.. batch.Skip(half)], isCreate, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            ActivityAnswer.Refuse(batch[0], HubSpotRefusal.Read(response.Body.Span).ToWriteRefusal((int)response.Status), keyProperty);
        }
    }

    private void Take(IReadOnlyList<ActivityPart> batch, bool isCreate, CrmRequest request, CrmResponse response)
    {
        try
        {
            api.Http.Read(request, response, answer =>
            {
                ActivityAnswer.Read(answer.Body.Span, batch, keyProperty);
                return true;
            });
        }
        catch (CrmException) when (isCreate)
        {
            // HubSpot did it and told us so, in words that cannot be read.
            EndAll(batch, CrmWriteOutcome.Unanswered);
        }
    }

    private static void EndAll(IEnumerable<ActivityPart> batch, CrmWriteOutcome outcome)
    {
        foreach (var part in batch.Where(static part => part.Result is null))
        {
            part.End(outcome);
        }
    }

    // Twice in vain. An answer that leaves something out says nothing of it.
    private static void EndOpen(IEnumerable<ActivityPart> batch)
    {
        foreach (var part in batch.Where(static part => part.Result is null))
        {
            part.End(CrmWriteOutcome.Failed, message: part.Refusal ?? "HubSpot did not say what became of it.");
        }
    }
}
