using System.Buffers;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Finds out what the credentials may do by asking for it; nothing is written.</summary>
internal sealed class AccessCheck(ContactsApi api, AccountSchema schema, OwnerReader owners)
{
    public async Task<IReadOnlyList<AccessFinding>> RunAsync(
        CrmFieldSet fields, IReadOnlyList<SyncDirection> directions, CancellationToken cancellationToken)
    {
        List<AccessFinding> findings =
        [
            await TryAsync("credentials", () => api.Http.AskAsync(
                ContactsApi.Get("read the account", api.Paths.Account), static _ => true, cancellationToken)).ConfigureAwait(false),
        ];
        if (!findings[0].IsWell)
        {
            return findings;
        }

        IReadOnlyList<FieldDescriptor>? described = null;
        findings.Add(await TryAsync(
            "read properties", async () => described = await schema.ReadAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false));
        findings.Add(await TryAsync("read contacts", () => ReadOneAsync(fields, cancellationToken)).ConfigureAwait(false));
        if (directions.Any(static direction => (direction & SyncDirection.ToCrm) != 0))
        {
            findings.Add(await TryAsync("write contacts", () => WriteNoneAsync(cancellationToken)).ConfigureAwait(false));
        }

        if (fields.Fields.Any(static field => field.Type == FieldType.Owner))
        {
            findings.Add(await TryAsync("read owners", () => owners.ReadAsync(cancellationToken)).ConfigureAwait(false));
        }

        findings.AddRange(Fields(fields, directions, described ?? []));
        return findings;
    }

    // A property that is not there is for the map to tell, which waits for it.
    private static IEnumerable<AccessFinding> Fields(
        CrmFieldSet fields, IReadOnlyList<SyncDirection> directions, IReadOnlyList<FieldDescriptor> described)
    {
        var readOnly = described.Where(static field => field.IsReadOnly).Select(static field => field.Key).ToHashSet(StringComparer.Ordinal);
        return fields.Fields.Where((field, ordinal) => (directions[ordinal] & SyncDirection.ToCrm) != 0 && readOnly.Contains(field.Key))
            .Select(static field => new AccessFinding(
                field.Key, IsWell: false, $"HubSpot does not let '{field.Key}' be written. Allow it in HubSpot, or map the property with FromCrm()."));
    }

    private static async Task<AccessFinding> TryAsync(string subject, Func<Task> ask)
    {
        try
        {
            await ask().ConfigureAwait(false);
            return new AccessFinding(subject, IsWell: true, "Granted.");
        }
        catch (CrmException refusal) when (refusal.Failure is CrmFailure.Credentials or CrmFailure.Permission)
        {
            return new AccessFinding(subject, IsWell: false, refusal.Message);
        }
    }

    private async Task ReadOneAsync(CrmFieldSet fields, CancellationToken cancellationToken)
    {
        using var page = CrmPage.Rent();
        await api.ListAsync(fields, withValues: false, after: null, page, cancellationToken).ConfigureAwait(false);
    }

    // A batch of nothing: whether HubSpot takes it or finds it wanting, it has looked at the permission first.
    private async Task WriteNoneAsync(CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        body.Write("""{"inputs":[]}"""u8);
        var request = ContactsApi.Post("update contacts", api.Paths.BatchUpdate, body);
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Status is System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Forbidden)
        {
            throw api.Http.Refused(request, response);
        }
    }
}
