using System.Buffers;
using System.Net;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Pipedrive;

/// <summary>Finds out what the credentials may do by asking for it; nothing is written.</summary>
internal sealed class AccessCheck(ContactsApi api, AccountSchema schema, OwnerReader owners)
{
    public async Task<IReadOnlyList<AccessFinding>> RunAsync(
        CrmFieldSet fields, IReadOnlyList<SyncDirection> directions, CancellationToken cancellationToken)
    {
        // What is asked for first is what every sync needs, so that a scope which it does not need is none that is missed.
        var read = await TryAsync("read contacts", () => ReadOneAsync(fields, cancellationToken)).ConfigureAwait(false);
        List<AccessFinding> findings = [new AccessFinding("credentials", read.Failure != CrmFailure.Credentials, read.Failure == CrmFailure.Credentials ? read.Finding.Text : "Granted.")];
        if (!findings[0].IsWell)
        {
            return findings;
        }

        findings.Add(read.Finding);
        findings.Add((await TryAsync("read properties", () => schema.ReadAsync(api, cancellationToken)).ConfigureAwait(false)).Finding);
        if (directions.Any(static direction => (direction & SyncDirection.ToCrm) != 0))
        {
            findings.Add((await TryAsync("write contacts", () => WriteNoneAsync(cancellationToken)).ConfigureAwait(false)).Finding);
        }

        if (fields.Fields.Any(static field => field.Type == FieldType.Owner))
        {
            findings.Add((await TryAsync("read owners", () => owners.ReadAsync(cancellationToken)).ConfigureAwait(false)).Finding);
        }

        if (read.Failure is null)
        {
            findings.AddRange(await ContactSyncAsync(fields, cancellationToken).ConfigureAwait(false));
        }

        return findings;
    }

    private static async Task<(AccessFinding Finding, CrmFailure? Failure)> TryAsync(string subject, Func<Task> ask)
    {
        try
        {
            await ask().ConfigureAwait(false);
            return (new AccessFinding(subject, IsWell: true, "Granted."), null);
        }
        catch (CrmException refusal) when (refusal.Failure is CrmFailure.Credentials or CrmFailure.Permission)
        {
            return (new AccessFinding(subject, IsWell: false, refusal.Message), refusal.Failure);
        }
    }

    private async Task ReadOneAsync(CrmFieldSet fields, CancellationToken cancellationToken)
    {
        using var page = CrmPage.Rent();
        await api.ListAsync("list contacts", fields, "sort_by=id&limit=1", null, page, cancellationToken).ConfigureAwait(false);
    }

    // Ids begin at 1: whether Pipedrive misses the person or finds the body wanting, it has looked at the permission first.
    private async Task WriteNoneAsync(CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        body.Write("{}"u8);
        var request = ContactsApi.Send("update a contact", HttpMethod.Patch, PipedrivePaths.Person("0"), body);
        using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Status is HttpStatusCode.Unauthorized or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden)
        {
            throw api.Http.Refused(request, response);
        }
    }

    // Persons hold these fields only where contact sync is on; an account without a person tells nothing.
    private async Task<IEnumerable<AccessFinding>> ContactSyncAsync(CrmFieldSet fields, CancellationToken cancellationToken)
    {
        var mapped = fields.Fields.Select(static field => field.Key)
            .Where(static key => PipedriveFields.IsContactSync(PersonKey.Parse(key).Property)).ToList();
        if (mapped.Count == 0)
        {
            return [];
        }

        var held = await api.Http.AskAsync(
            ContactsApi.Get("look for contact sync", $"{PipedrivePaths.Persons}?sort_by=id&limit=1"),
            static answer => PropertiesOfFirst(answer), cancellationToken).ConfigureAwait(false);
        return held is null ? [] : mapped.Select(key => held.Contains(PersonKey.Parse(key).Property)
            ? new AccessFinding(key, IsWell: true, "Contact sync is on for the company.")
            : new AccessFinding(key, IsWell: false, $"'{key}' is there only where contact sync is on for the company. Turn it on in Pipedrive, or delete the mapping."));
    }

    private static HashSet<string>? PropertiesOfFirst(CrmResponse answer)
    {
        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
            && data.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } person
            ? person.EnumerateObject().Select(static property => property.Name).ToHashSet(StringComparer.Ordinal)
            : null;
    }
}
