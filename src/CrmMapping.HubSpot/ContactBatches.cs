using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Takes batches of contacts as HubSpot wants them.</summary>
internal sealed class ContactBatches(ContactsApi api, ContactReader reader, AccountSchema schema, string? externalId) : IBatchEndpoint
{
    private static readonly Dictionary<PendingWrite, WriteRefusal> None = [];

    public int MaxBatch => ContactsApi.MaxBatch;

    // Creates with a key of their own are upserts, which may be repeated.
    public BatchKind KindOf(CrmWrite write) => write.Kind switch
    {
        CrmWriteKind.Update => BatchKind.Update,
        CrmWriteKind.Archive => BatchKind.Archive,
        _ => externalId is not null && write.LocalId is not null ? BatchKind.Upsert : BatchKind.Create,
    };

    public async Task<BatchReply> SendAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Kind == BatchKind.Upsert && !schema.MayBeKey(externalId!))
        {
            batch.EndAll(CrmWriteOutcome.Failed,
                $"HubSpot has no unique property '{externalId}', as UseExternalId wants. Create it as unique, or leave UseExternalId out.");
            return BatchReply.Taken(None);
        }

        using var body = new RequestBody();
        ContactBodies.Write(body, ContactsApi.Names.Of(fields), batch.Writes, externalId);
        var request = Request(batch.Kind, body);
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response switch
        {
            { IsUnanswered: true } => BatchReply.Unanswered,
            { IsSuccess: false } when (int)response.Status is 401 or 403 => throw api.Http.Refused(request, response),
            { IsSuccess: false } => BatchReply.Refused(HubSpotRefusal.Read(response.Body.Span).ToWriteRefusal((int)response.Status)),
            { Body.IsEmpty: true } => AllDone(batch),
            _ => Take(fields, batch, request, response),
        };
    }

    public async Task<IReadOnlyDictionary<string, string>> ResolveAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        using var page = CrmPage.Rent();
        await reader.ReadAsync(fields, ids, page, cancellationToken).ConfigureAwait(false);
        return page.Where(static record => !record.IsArchived)
            .DistinctBy(static record => record.RequestedId)
            .ToDictionary(static record => record.RequestedId, static record => record.Id, StringComparer.Ordinal);
    }

    private CrmRequest Request(BatchKind kind, RequestBody body)
    {
        var (name, path) = kind switch
        {
            BatchKind.Create => ("create contacts", api.Paths.BatchCreate),
            BatchKind.Upsert => ("upsert contacts", api.Paths.BatchUpsert),
            BatchKind.Update => ("update contacts", api.Paths.BatchUpdate),
            _ => ("archive contacts", api.Paths.BatchArchive),
        };
        return ContactsApi.Post(name, path, body) with
        {
            IsRepeatable = kind != BatchKind.Create,
            ExpectsJson = kind != BatchKind.Archive,
        };
    }

    private static BatchReply AllDone(WriteBatch batch)
    {
        batch.EndAll(CrmWriteOutcome.Written);
        return BatchReply.Taken(None);
    }

    private BatchReply Take(CrmFieldSet fields, WriteBatch batch, CrmRequest request, CrmResponse response)
    {
        using var page = CrmPage.Rent();
        try
        {
            return BatchReply.Taken(api.Http.Read(
                request, response, answer => new BatchAnswer(fields, batch, page, externalId).Read(answer.Body.Span)));
        }
        catch (CrmException) when (batch.Kind == BatchKind.Create)
        {
            // HubSpot did it and told us so, in words that cannot be read.
            return BatchReply.Unanswered;
        }
    }
}
