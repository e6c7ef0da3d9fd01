using System.Net;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Pipedrive;

/// <summary>Writes persons as Pipedrive wants it: one a request, several at once.</summary>
/// <remarks>
/// Lists of addresses and numbers, names and values of several parts are taken whole or not at all. So what is to keep its other parts is
/// read just before it is written, and what somebody changes in the moment between the two is lost.
/// </remarks>
internal sealed class ContactBatches(ContactsApi api, ContactReader reader, AccountSchema schema, LostCreates lost, string? externalId) : IBatchEndpoint
{
    private static readonly Dictionary<PendingWrite, WriteRefusal> None = [];
    private static readonly Dictionary<string, FieldShape> NoShapes = [];

    public int MaxBatch => 1;

    public int MaxInFlight => 4;

    public BatchKind KindOf(CrmWrite write) => write.Kind switch
    {
        CrmWriteKind.Update => BatchKind.Update,
        CrmWriteKind.Archive => BatchKind.Archive,
        _ => BatchKind.Create,
    };

    public Task<BatchReply> SendAsync(CrmFieldSet fields, WriteBatch batch, CancellationToken cancellationToken) => batch.Kind switch
    {
        BatchKind.Archive => ArchiveAsync(batch.Writes[0], cancellationToken),
        _ => WriteAsync(PersonLayout.Of(fields), batch.Writes[0], cancellationToken),
    };

    public async Task<IReadOnlyDictionary<string, string>> ResolveAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        using var page = CrmPage.Rent();
        await reader.ReadAsync(fields, ids, page, cancellationToken).ConfigureAwait(false);
        return page.Where(static record => !record.IsArchived)
            .DistinctBy(static record => record.RequestedId)
            .ToDictionary(static record => record.RequestedId, static record => record.Id, StringComparer.Ordinal);
    }

    private async Task<BatchReply> ArchiveAsync(PendingWrite pending, CancellationToken cancellationToken)
    {
        var request = new CrmRequest { Name = "archive a contact", Method = HttpMethod.Delete, Path = PipedrivePaths.Person(pending.Write.Id!), ExpectsJson = false };
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccess)
        {
            return await RefusedAsync(request, response, [], cancellationToken).ConfigureAwait(false);
        }

        pending.End(CrmWriteOutcome.Written, null, pending.Write.Id);
        return BatchReply.Taken(None);
    }

    private async Task<BatchReply> WriteAsync(PersonLayout layout, PendingWrite pending, CancellationToken cancellationToken)
    {
        var isCreate = pending.Write.Kind == CrmWriteKind.Create;
        var shapes = await ShapesAsync(layout, pending, cancellationToken).ConfigureAwait(false);
        using var current = !isCreate && PersonChange.NeedsCurrent(layout, pending, shapes)
            ? await ReadCurrentAsync(pending.Write.Id!, cancellationToken).ConfigureAwait(false)
            : new CurrentPerson(null, IsGone: false);
        if (current.IsGone)
        {
            return BatchReply.Refused(new WriteRefusal { Summary = "there is no such person", IsNotFound = true });
        }

        var change = new PersonChange(layout, pending, shapes, current.Data);
        if (change.Refusal() is { } refusal)
        {
            return BatchReply.Refused(refusal);
        }

        using var body = new RequestBody();
        change.Write(body, externalId);
        var request = ContactsApi.Send(
            isCreate ? "create a contact" : "update a contact", isCreate ? HttpMethod.Post : HttpMethod.Patch,
            isCreate ? PipedrivePaths.Persons : PipedrivePaths.Person(pending.Write.Id!), body) with
        {
            IsRepeatable = !isCreate,
        };
        return await SendAsync(layout, pending, request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<BatchReply> SendAsync(
        PersonLayout layout, PendingWrite pending, CrmRequest request, CancellationToken cancellationToken)
    {
        var sent = lost.Now;
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response is { IsUnanswered: false, IsSuccess: false })
        {
            var written = Enumerable.Range(0, layout.Keys.Count).Where(pending.Writes)
                .Select(ordinal => (layout.Keys[ordinal], layout.Fields.Fields[ordinal])).ToList();
            return await RefusedAsync(request, response, written, cancellationToken).ConfigureAwait(false);
        }

        if (!response.IsUnanswered && TryEnd(layout, pending, request, response))
        {
            return BatchReply.Taken(None);
        }

        // Pipedrive may have done it, and perhaps told us so in words that cannot be read.
        return await lost.FindAsync(layout.Fields, pending, sent, cancellationToken).ConfigureAwait(false) ? BatchReply.Taken(None) : BatchReply.Unanswered;
    }

    private bool TryEnd(PersonLayout layout, PendingWrite pending, CrmRequest request, CrmResponse response)
    {
        using var page = CrmPage.Rent();
        try
        {
            api.Http.Read(request, response, answer =>
            {
                ContactPageReader.ReadOne(answer.Body.Span, layout, page);
                return true;
            });
        }
        catch (CrmException) when (pending.Write.Kind == CrmWriteKind.Create)
        {
            return false;
        }

        LostCreates.End(pending, layout.Fields, page[0]);
        return true;
    }

    private async Task<IReadOnlyDictionary<string, FieldShape>> ShapesAsync(
        PersonLayout layout, PendingWrite pending, CancellationToken cancellationToken)
    {
        var custom = layout.Custom.Where(place => place.Fields.Any(field => pending.Writes(field.Ordinal))).Select(static place => place.Property).ToList();
        return custom.Count > 0 ? await schema.ShapesAsync(api, custom, cancellationToken).ConfigureAwait(false) : NoShapes;
    }

    private async Task<CurrentPerson> ReadCurrentAsync(string id, CancellationToken cancellationToken)
    {
        var request = ContactsApi.Get("read one contact before it is written", PipedrivePaths.Person(id));
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccess)
        {
            return (int)response.Status is 404 or 410 ? new CurrentPerson(null, IsGone: true) : throw api.Http.Refused(request, response);
        }

        return api.Http.Read(request, response, static answer => CurrentPerson.Read(answer.Body));
    }

    private async Task<BatchReply> RefusedAsync(
        CrmRequest request, CrmResponse response, IReadOnlyList<(PersonKey Place, FieldDescriptor Field)> written, CancellationToken cancellationToken)
    {
        var contactSync = written.Where(static field => PipedriveFields.IsContactSync(field.Place.Property)).Select(static field => field.Field.Key).ToList();
        var refusal = PipedriveRefusal.Read(response.Body.Span);
        return (int)response.Status switch
        {
            // The other fields are tried without these; where the permission itself is missing, that tells.
            403 when contactSync.Count > 0 => BatchReply.Refused(PersonRefusals.NoContactSync(contactSync)),
            401 or 402 or 403 => throw api.Http.Refused(request, response),
            404 or 410 => BatchReply.Refused(new WriteRefusal { Summary = "there is no such person", IsNotFound = true }),
            var status => BatchReply.Refused(PersonRefusals.Of(
                status, refusal, written, await ThereAsync(PersonRefusals.NamedCustom(refusal, written), cancellationToken).ConfigureAwait(false))),
        };
    }

    // Pipedrive's words on a field that was removed are not documented, its definitions are.
    private async Task<Func<string, bool>> ThereAsync(IEnumerable<string> named, CancellationToken cancellationToken)
    {
        var keys = named.ToList();
        if (keys.Count == 0)
        {
            return static _ => true;
        }

        var shapes = await schema.RecheckAsync(api, keys, cancellationToken).ConfigureAwait(false);
        return shapes.ContainsKey;
    }
}
