using CrmMapping.Http;
using Microsoft.Extensions.Logging;

namespace CrmMapping.HubSpot;

/// <summary>Writes contacts in batches, so that one bad property costs that property and one bad contact that contact.</summary>
internal sealed class ContactWriter(
    ContactsApi api, ContactReader reader, string? externalIdProperty, ILogger logger)
{
    public async Task<IReadOnlyList<CrmWriteResult>> WriteAsync(
        CrmFieldSet fields, IReadOnlyList<CrmWrite> writes, CancellationToken cancellationToken)
    {
        var pending = writes.Select((write, index) => new PendingWrite(index, write, fields)).ToList();
        var batches = Batches(pending).ToList();
        CrmException? stop = null;
        foreach (var batch in batches)
        {
            stop = stop is null ? await TryAsync(fields, batch, cancellationToken).ConfigureAwait(false) : stop;
            foreach (var left in batch.Writes.Where(write => write.Result is null))
            {
                left.End(CrmWriteOutcome.Failed, stop?.Message ?? "HubSpot did not say what became of it.");
            }
        }

        // Nothing was written and a person must act: that is no matter of one contact.
        return stop is { Failure: not CrmFailure.Passing } && pending.TrueForAll(write => write.Result is { Outcome: CrmWriteOutcome.Failed })
            ? throw stop
            : [.. pending.Select(write => write.Result!)];
    }

    // Creates with a key of their own are repeatable upserts; HubSpot takes no id twice in a batch, so a second write of it waits.
    private IEnumerable<WriteBatch> Batches(List<PendingWrite> pending)
    {
        foreach (var kind in pending.GroupBy(KindOf))
        {
            var rest = kind.ToList();
            while (rest.Count > 0)
            {
                HashSet<string> keys = new(StringComparer.Ordinal);
                List<PendingWrite> batch = [];
                List<PendingWrite> later = [];
                foreach (var write in rest)
                {
                    var key = kind.Key == BatchKind.Upsert ? write.Write.LocalId : write.Write.Id;
                    (batch.Count < ContactsApi.MaxBatch && (key is null || keys.Add(key)) ? batch : later).Add(write);
                }

                yield return new WriteBatch(kind.Key, batch);
                rest = later;
            }
        }
    }

    private BatchKind KindOf(PendingWrite pending) => pending.Write.Kind switch
    {
        CrmWriteKind.Update => BatchKind.Update,
        CrmWriteKind.Archive => BatchKind.Archive,
        _ => externalIdProperty is not null && pending.Write.LocalId is not null ? BatchKind.Upsert : BatchKind.Create,
    };

    private async Task<CrmException?> TryAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            await SettleAsync(fields, batch, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (CrmException failed)
        {
            return failed;
        }
    }

    // Sends until each write has its result. Every round ends a write, drops a property, or halves the batch.
    private async Task SettleAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken)
    {
        var open = new Stack<WriteBatch>([batch]);
        while (open.TryPop(out var next))
        {
            EndEmpty(next);
            var left = next with { Writes = [.. next.Writes.Where(write => write.Result is null)] };
            if (left.Writes.Count == 0)
            {
                continue;
            }

            foreach (var again in await SendAsync(fields, left, cancellationToken).ConfigureAwait(false))
            {
                open.Push(again);
            }
        }
    }

    private static void EndEmpty(WriteBatch batch)
    {
        if (batch.Kind == BatchKind.Archive)
        {
            return;
        }

        foreach (var write in batch.Writes.Where(write => write.Result is null && !write.HasValues))
        {
            write.End(CrmWriteOutcome.Refused, "HubSpot refused every property, so nothing was written.", write.Write.Id);
        }
    }

    private async Task<IEnumerable<WriteBatch>> SendAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        ContactBodies.Write(body, FieldNames.Of(fields), batch.Writes, externalIdProperty);
        using var response = await api.SendRawAsync(Request(batch, body), cancellationToken).ConfigureAwait(false);
        if (response.IsUnanswered)
        {
            EndUnanswered(batch);
            return [];
        }

        if (!response.IsSuccess)
        {
            return await RefusedAsync(fields, batch, response, cancellationToken).ConfigureAwait(false);
        }

        if (batch.Kind == BatchKind.Archive && response.Body.IsEmpty)
        {
            batch.EndAll(CrmWriteOutcome.Written);
            return [];
        }

        return await TakeAsync(fields, batch, response, cancellationToken).ConfigureAwait(false);
    }

    private CrmRequest Request(WriteBatch batch, RequestBody body)
    {
        var (name, path) = batch.Kind switch
        {
            BatchKind.Create => ("create contacts", api.Paths.BatchCreate),
            BatchKind.Upsert => ("upsert contacts", api.Paths.BatchUpsert),
            BatchKind.Update => ("update contacts", api.Paths.BatchUpdate),
            _ => ("archive contacts", api.Paths.BatchArchive),
        };
        return ContactsApi.Post(name, path, body) with
        {
            IsRepeatable = batch.Kind != BatchKind.Create,
            ExpectsJson = batch.Kind != BatchKind.Archive,
        };
    }

    private void EndUnanswered(WriteBatch batch)
    {
        logger.CreatesUnanswered(api.Connection.Name, batch.Writes.Count);
        foreach (var write in batch.Writes)
        {
            write.End(CrmWriteOutcome.Unanswered, "No answer arrived, so the contact may have been created.");
        }
    }

    private async Task<IEnumerable<WriteBatch>> TakeAsync(
        CrmFieldSet fields, WriteBatch batch, CrmResponse response, CancellationToken cancellationToken)
    {
        using var page = CrmPage.Rent();
        var answer = new BatchAnswer(fields, batch, page);
        try
        {
            answer.Read(response.Body.Span);
        }
        catch (Exception damaged) when (damaged is System.Text.Json.JsonException or InvalidOperationException or FormatException)
        {
            // HubSpot did it and told us so, in words that cannot be read.
            if (batch.Kind == BatchKind.Create)
            {
                EndUnanswered(batch);
                return [];
            }

            throw new CrmException(
                CrmFailure.Passing, api.Connection.Name, "HubSpot's answer to a write cannot be read. It is written again later, which does no harm.");
        }

        List<WriteBatch> again = [];
        foreach (var (write, refusal) in answer.Refusals)
        {
            again.AddRange(await JudgeAsync(fields, batch.Kind, write, refusal, cancellationToken).ConfigureAwait(false));
        }

        foreach (var write in batch.Writes.Where(write => write.Result is null && !answer.Refusals.ContainsKey(write)))
        {
            await MissingAsync(fields, batch.Kind, write, cancellationToken).ConfigureAwait(false);
        }

        return again;
    }

    private async Task<IEnumerable<WriteBatch>> RefusedAsync(
        CrmFieldSet fields, WriteBatch batch, CrmResponse response, CancellationToken cancellationToken)
    {
        if ((int)response.Status is 401 or 403)
        {
            throw HubSpotRefusals.Explain(api.Connection, "write contacts", response);
        }

        var refusal = HubSpotRefusal.Read(response.Body.Span);
        if (batch.Writes is [var only])
        {
            return (int)response.Status == 404 && !refusal.IsConflict
                ? await GoneAsync(fields, only, cancellationToken).ConfigureAwait(false)
                : await JudgeAsync(fields, batch.Kind, only, refusal, cancellationToken).ConfigureAwait(false);
        }

        // What HubSpot takes from nobody is left out for all; else the batch is halved until the one that it means is alone.
        var forAll = refusal.Properties.Where(property => property.IsForAll).ToList();
        if (forAll.Count > 0 && batch.Writes.Where(write => Drop(write, forAll)).ToList().Count > 0)
        {
            return [batch];
        }

        logger.BatchSplit(api.Connection.Name, batch.Writes.Count);
        return batch.Halves();
    }

    private async Task<IEnumerable<WriteBatch>> JudgeAsync(
        CrmFieldSet fields, BatchKind kind, PendingWrite write, HubSpotRefusal refusal, CancellationToken cancellationToken)
    {
        if (refusal.IsNotFound && kind is BatchKind.Update or BatchKind.Archive)
        {
            return await GoneAsync(fields, write, cancellationToken).ConfigureAwait(false);
        }

        if (refusal.IsConflict && kind is not BatchKind.Update)
        {
            write.End(CrmWriteOutcome.AlreadyExists, $"HubSpot has a contact with the same unique value: {refusal.Summary}.", refusal.ExistingId);
            return [];
        }

        // An update that takes another contact's address loses the address alone.
        var properties = refusal.IsConflict && refusal.Properties.Count == 0
            ? [new PropertyRefusal("email", PropertyRefusal.Taken)]
            : refusal.Properties;
        if (Drop(write, properties))
        {
            return [new WriteBatch(kind, [write])];
        }

        var outcome = refusal.IsConflict ? CrmWriteOutcome.AlreadyExists : CrmWriteOutcome.Refused;
        write.End(outcome, $"HubSpot refused the contact: {refusal.Summary}.", refusal.ExistingId ?? write.Write.Id);
        return [];
    }

    private bool Drop(PendingWrite write, IReadOnlyList<PropertyRefusal> properties)
    {
        var dropped = write.Drop(properties);
        foreach (var refusal in dropped)
        {
            logger.PropertyRefused(api.Connection.Name, refusal.Name, refusal.ToFieldRefusal().Code.ToString());
        }

        return dropped.Count > 0;
    }

    // HubSpot said neither yes nor no.
    private async Task MissingAsync(CrmFieldSet fields, BatchKind kind, PendingWrite write, CancellationToken cancellationToken)
    {
        if (kind is BatchKind.Update or BatchKind.Archive)
        {
            await GoneAsync(fields, write, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            write.End(CrmWriteOutcome.Unanswered, "HubSpot's answer does not name the contact, so it may have been created.");
        }
    }

    // Batches do not follow a merge; a single read does, and gives the survivor's id.
    private async Task<IEnumerable<WriteBatch>> GoneAsync(CrmFieldSet fields, PendingWrite write, CancellationToken cancellationToken)
    {
        var id = write.Write.Id!;
        using var page = CrmPage.Rent();
        await reader.ReadAsync(fields, [id], page, cancellationToken).ConfigureAwait(false);
        switch (page.Count > 0 ? page[0] : null)
        {
            case { IsArchived: false } found when found.Id == id:
                write.End(CrmWriteOutcome.Failed, "HubSpot did not say what became of it.", id);
                break;
            case { IsArchived: false } survivor:
                write.End(CrmWriteOutcome.NotFound, "The contact was merged into another.", survivor.Id);
                break;
            default:
                write.End(CrmWriteOutcome.NotFound, "HubSpot has no such contact any more.");
                break;
        }

        return [];
    }
}
