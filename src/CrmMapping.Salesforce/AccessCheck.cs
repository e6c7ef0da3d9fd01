namespace CrmMapping.Salesforce;

/// <summary>Finds out what the user may do from what Salesforce describes to that user; nothing is written.</summary>
internal sealed class AccessCheck(RecordsApi api, OwnerReader owners)
{
    public async Task<IReadOnlyList<AccessFinding>> RunAsync(
        CrmFieldSet fields, IReadOnlyList<SyncDirection> directions, CancellationToken cancellationToken)
    {
        var type = ObjectNames.Of(fields.RecordType);
        List<AccessFinding> findings =
        [
            await TryAsync("credentials", () => new OrgReader(api.Http).ReadIdAsync(cancellationToken)).ConfigureAwait(false),
        ];
        if (!findings[0].IsWell)
        {
            return findings;
        }

        findings.Add(await TryAsync($"describe {type}", () => api.Schema.ReadAsync(fields.RecordType, cancellationToken)).ConfigureAwait(false));
        if (!findings[^1].IsWell)
        {
            return findings;
        }

        var known = await api.Schema.FindAsync(fields.RecordType, cancellationToken).ConfigureAwait(false);
        findings.Add(await TryAsync($"read {type}", () => api.CountAsync(fields.RecordType, null, cancellationToken)).ConfigureAwait(false));
        if (directions.Any(static direction => (direction & SyncDirection.ToCrm) != 0))
        {
            findings.Add(OfObject(type, known));
        }

        findings.AddRange(fields.Fields.Zip(directions).Select(pair => OfField(pair.First.Key, pair.Second, known)).OfType<AccessFinding>());
        if (fields.Fields.Any(static field => field.Type == FieldType.Owner))
        {
            findings.Add(await TryAsync("read owners", () => owners.ReadAsync(cancellationToken)).ConfigureAwait(false));
        }

        return findings;
    }

    private static AccessFinding OfObject(string type, ObjectSchema known) => known is { IsCreateable: true, IsUpdateable: true }
        ? new AccessFinding($"write {type}", IsWell: true, "Granted.")
        : new AccessFinding(
            $"write {type}", IsWell: false,
            $"The user may not {(known.IsCreateable ? "edit" : known.IsUpdateable ? "create" : "create or edit")} records of {type}. Grant it in a permission set.");

    private static AccessFinding? OfField(string key, SyncDirection direction, ObjectSchema known)
    {
        if (!known.Has(key))
        {
            return new AccessFinding(key, IsWell: false, $"'{key}' is not there, or field-level security hides it from the user. Make it visible in a permission set.");
        }

        var (creates, updates) = (known.Takes(key, isCreate: true), known.Takes(key, isCreate: false));
        return (direction & SyncDirection.ToCrm) == 0 || (creates && updates) ? null : new AccessFinding(
            key, IsWell: false,
            (creates, updates) switch
            {
                (true, _) => $"'{key}' is taken when a record is created, and not changed later. Map it for creates alone, or allow editing it.",
                (_, true) => $"'{key}' is not taken when a record is created, and only changed later. Its first value arrives with the next change.",
                _ => $"'{key}' cannot be written by the user. Allow editing it in a permission set, or map it from the CRM alone.",
            });
    }

    private static async Task<AccessFinding> TryAsync(string subject, Func<Task> ask)
    {
        try
        {
            await ask().ConfigureAwait(false);
            return new AccessFinding(subject, IsWell: true, "Granted.");
        }
        catch (CrmException refusal) when (refusal.Failure is not CrmFailure.Passing)
        {
            return new AccessFinding(subject, IsWell: false, refusal.Message);
        }
    }
}
