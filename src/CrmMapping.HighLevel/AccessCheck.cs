using System.Buffers;
using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Finds out what the credentials may do by asking for it; nothing is written.</summary>
internal sealed class AccessCheck(ContactsApi api, LocationSchema schema, OwnerReader owners)
{
    // No contact has such an id, so a permitted update of it finds none.
    private const string Nobody = "000000000000000000000";

    public async Task<IReadOnlyList<AccessFinding>> RunAsync(
        CrmFieldSet fields, IReadOnlyList<SyncDirection> directions, CancellationToken cancellationToken)
    {
        List<AccessFinding> findings =
        [
            await TryAsync("read contacts", () => api.SearchAsync(new ContactSearch { Limit = 1 }, cancellationToken)).ConfigureAwait(false),
            await TryAsync("read custom fields", () => schema.DescribeAsync(cancellationToken)).ConfigureAwait(false),
        ];
        if (directions.Any(static direction => (direction & SyncDirection.ToCrm) != 0))
        {
            findings.Add(await TryAsync("write contacts", () => WriteNobodyAsync(cancellationToken)).ConfigureAwait(false));
        }

        if (fields.Fields.Any(static field => field.Type == FieldType.Owner))
        {
            findings.Add(await TryAsync("read users", () => owners.ReadAsync(cancellationToken)).ConfigureAwait(false));
        }

        return findings;
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

    private async Task WriteNobodyAsync(CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        body.Write("{}"u8);
        var request = ContactsApi.With(HttpMethod.Put, Requests.Update, HighLevelPaths.Contact(Nobody), body);
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Status is System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Forbidden)
        {
            throw api.Http.Refused(request, response);
        }
    }
}
