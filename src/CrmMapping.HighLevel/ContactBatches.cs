using System.Collections.Concurrent;
using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Takes writes as HighLevel wants them: a contact a request, tags by calls of their own.</summary>
internal sealed class ContactBatches(ContactsApi api, ContactReader reader, LocationSchema schema) : IBatchEndpoint
{
    private static readonly Dictionary<PendingWrite, WriteRefusal> None = [];

    // What the published document leaves out of updates is tried once, and not again where HighLevel refuses it.
    private readonly ConcurrentDictionary<string, FieldRefusal> _notUpdated = new(StringComparer.Ordinal);

    public int MaxBatch => 1;

    public int MaxInFlight => HighLevelHttpRules.MaxInFlight;

    public BatchKind KindOf(CrmWrite write) => write.Kind switch
    {
        CrmWriteKind.Update => BatchKind.Update,
        CrmWriteKind.Archive => BatchKind.Archive,
        _ => BatchKind.Create,
    };

    public async Task<BatchReply> SendAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var pending = batch.Writes[0];
        if (batch.Kind == BatchKind.Archive)
        {
            return await ArchiveAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        var custom = await schema.ForAsync(fields, cancellationToken).ConfigureAwait(false);
        var refusals = WriteCheck.Refusals(fields, pending, custom).Concat(Known(fields, pending)).ToList();
        if (refusals.Count > 0)
        {
            return BatchReply.Refused(new WriteRefusal { Summary = "not as HighLevel takes it", Fields = refusals.ToEquatableArray() });
        }

        return batch.Kind == BatchKind.Create
            ? await CreateAsync(fields, custom, pending, cancellationToken).ConfigureAwait(false)
            : await UpdateAsync(fields, custom, pending, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyDictionary<string, string>> ResolveAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        using var page = CrmPage.Rent();
        await reader.ReadListedAsync(fields, ids, page, cancellationToken).ConfigureAwait(false);
        return page.ToDictionary(static record => record.RequestedId, static record => record.Id, StringComparer.Ordinal);
    }

    private IEnumerable<FieldRefusal> Known(CrmFieldSet fields, PendingWrite pending) => pending.Write.Kind != CrmWriteKind.Update || _notUpdated.IsEmpty
        ? []
        : Enumerable.Range(0, fields.Count).Where(pending.Writes)
            .Select(ordinal => _notUpdated.GetValueOrDefault(fields.Fields[ordinal].Key)).OfType<FieldRefusal>();

    private async Task<BatchReply> CreateAsync(
        CrmFieldSet fields, CustomFields custom, PendingWrite pending, CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        ContactBodies.Create(body, api.LocationId, fields, pending, custom);
        var request = ContactsApi.Post(Requests.Create, HighLevelPaths.Contacts, body) with { IsRepeatable = false };
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsUnanswered)
        {
            return BatchReply.Unanswered;
        }

        if (!response.IsSuccess)
        {
            return Refused(fields, custom, request, response);
        }

        try
        {
            End(fields, custom, pending, request, response, tags: null);
            return BatchReply.Taken(None);
        }
        catch (CrmException)
        {
            // HighLevel did it and told us so, in words that cannot be read.
            return BatchReply.Unanswered;
        }
    }

    private async Task<BatchReply> UpdateAsync(
        CrmFieldSet fields, CustomFields custom, PendingWrite pending, CancellationToken cancellationToken)
    {
        var id = pending.Write.Id!;
        var tags = ContactBodies.Ordinal(fields, HighLevelFields.Tags);
        var writesTags = tags >= 0 && pending.Writes(tags);
        var held = HeldState.Nothing;
        if (writesTags || WriteCheck.WritesBlocks(fields, pending))
        {
            var read = ContactsApi.Get(Requests.Read, HighLevelPaths.Contact(id));
            using var response = await api.Http.SendAsync(read, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccess)
            {
                return Refused(fields, custom, read, response);
            }

            held = api.Http.Read(read, response, HeldState.Read);
        }

        var now = writesTags
            ? await new TagChange(held.Tags, ContactBodies.Parts(pending.Write.Values.Value(tags).Text)).SendAsync(api, id, cancellationToken).ConfigureAwait(false)
            : null;
        using var body = new RequestBody();
        if (!ContactBodies.Update(body, fields, pending, custom, held))
        {
            pending.End(new CrmWriteResult { Outcome = CrmWriteOutcome.Written, Id = id, Confirmed = Confirmed(fields, now) });
            return BatchReply.Taken(None);
        }

        var request = ContactsApi.With(HttpMethod.Put, Requests.Update, HighLevelPaths.Contact(id), body);
        using var answer = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return Refused(fields, custom, request, answer);
        }

        End(fields, custom, pending, request, answer, now);
        return BatchReply.Taken(None);
    }

    private async Task<BatchReply> ArchiveAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var request = new CrmRequest
        {
            Name = Requests.Delete,
            Method = HttpMethod.Delete,
            Path = HighLevelPaths.Contact(batch.Writes[0].Write.Id!),
            ExpectsJson = false,
        };
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccess)
        {
            return Refused(new CrmFieldSet(RecordType.Contact, []), CustomFields.None, request, response);
        }

        batch.EndAll(CrmWriteOutcome.Written);
        return BatchReply.Taken(None);
    }

    private BatchReply Refused(CrmFieldSet fields, CustomFields custom, CrmRequest request, CrmResponse response)
    {
        if ((int)response.Status is 401 or 403)
        {
            throw api.Http.Refused(request, response);
        }

        var refusal = HighLevelRefusal.Read(response.Body.Span).ToWriteRefusal(fields, custom.Ids, (int)response.Status);
        if (request.Name == Requests.Update)
        {
            foreach (var field in refusal.Fields.Where(static field => field.Code == IssueCode.ReadOnlyField))
            {
                _notUpdated[field.Field] = field;
            }
        }

        return BatchReply.Refused(refusal);
    }

    private void End(
        CrmFieldSet fields, CustomFields custom, PendingWrite pending, CrmRequest request, CrmResponse response, IReadOnlyList<string>? tags)
    {
        using var page = CrmPage.Rent();
        var record = api.Http.Read(request, response, answer => ContactReading.ReadOne(answer, fields, custom, page));
        var confirmed = Confirmed(fields, tags);
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            if (!confirmed.IsUnknown(ordinal))
            {
                continue;
            }

            confirmed.Copy(ordinal, record.Values);

            // A custom field that was taken and does not come back has no value now.
            if (record.Values.IsUnknown(ordinal) && pending.Writes(ordinal) && custom.Find(fields.Fields[ordinal].Key) is not null)
            {
                confirmed.SetBlank(ordinal);
            }
        }

        pending.End(new CrmWriteResult
        {
            Outcome = CrmWriteOutcome.Written,
            Id = record.Id,
            Confirmed = confirmed,
            ModifiedAt = record.ModifiedAt,
        });
    }

    private static RecordBuffer Confirmed(CrmFieldSet fields, IReadOnlyList<string>? tags)
    {
        var confirmed = new RecordBuffer(fields.Count);
        if (tags is not null)
        {
            confirmed.Set(ContactBodies.Ordinal(fields, HighLevelFields.Tags), string.Join(';', tags));
        }

        return confirmed;
    }
}
