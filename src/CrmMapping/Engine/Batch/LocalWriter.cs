using NodaTime;

namespace CrmMapping;

/// <summary>Writes what is planned for the local side, each contact only if nobody changed it since it was read.</summary>
internal sealed class LocalWriter(ConnectionScope scope)
{
    public async Task WriteAsync(Batch batch, IReadOnlyCollection<Pair> pairs, CancellationToken cancellationToken)
    {
        var births = pairs.Where(static p => p.Plan.Kind == PlanKind.CreateLocally).ToList();
        var edits = pairs.Where(static p => p.Local is not null && p.Plan.HasWritesTo(SyncSide.Local)).ToList();
        if (births.Count > 0)
        {
            await CreateAsync(batch, births, cancellationToken).ConfigureAwait(false);
        }

        if (edits.Count > 0)
        {
            await SaveAsync(batch, edits, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CreateAsync(Batch batch, List<Pair> births, CancellationToken cancellationToken)
    {
        var contacts = births.ConvertAll(p => Changed(p, scope.Map.Access.New(), batch));
        var results = await scope.Local.CreateAsync(
            scope.Connection.Tenant,
            scope.Connection.Name,
            [.. births.Select((p, i) => new LocalBirth(contacts[i], scope.RecordType, p.CrmId!))],
            cancellationToken).ConfigureAwait(false);
        for (var index = 0; index < births.Count; index++)
        {
            Take(births[index], results[index]);
            births[index].LocalId = results[index].Outcome == LocalSaveOutcome.Saved ? results[index].Id : null;
            births[index].LocalValues = Accepted(contacts[index], batch);
        }
    }

    private async Task SaveAsync(Batch batch, List<Pair> edits, CancellationToken cancellationToken)
    {
        var contacts = edits.ConvertAll(p => Changed(p, p.Local!.Contact, batch));
        var results = await scope.Local.SaveAsync(
            scope.Connection.Tenant,
            [.. edits.Select((p, i) => new LocalEdit(p.LocalId!, contacts[i], p.Local!.Version, Fields(p)))],
            cancellationToken).ConfigureAwait(false);
        for (var index = 0; index < edits.Count; index++)
        {
            Take(edits[index], results[index]);
            edits[index].LocalValues = Accepted(contacts[index], batch);
        }
    }

    private object Changed(Pair pair, object contact, Batch batch)
    {
        using var loan = batch.LendBuffers();
        var patch = batch.Buffer(scope.Map.Count);
        foreach (var decision in pair.Plan.Decisions)
        {
            if (decision.Written == SyncSide.Local)
            {
                patch.Set(decision.Ordinal, decision.NewValue);
            }
        }

        foreach (var refusal in scope.Map.Access.Apply(contact, patch))
        {
            pair.Issues.Add((refusal.Code, refusal.Field, refusal.Message));
        }

        return contact;
    }

    private RecordBuffer Accepted(object contact, Batch batch)
    {
        var values = batch.Buffer(scope.Map.Count);
        scope.Map.Access.Read(contact, values);
        return values;
    }

    private static EquatableArray<string> Fields(Pair pair) => pair.Plan.Decisions
        .Where(static d => d.Written == SyncSide.Local).Select(static d => d.Mapping.Local.Key).ToEquatableArray();

    private void Take(Pair pair, LocalSaveResult result)
    {
        pair.LocalResult = result;
        foreach (var refusal in result.RefusedFields)
        {
            pair.Issues.Add((IssueCode.RefusedByHost, refusal.Field, refusal.Message));
        }

        switch (result.Outcome)
        {
            case LocalSaveOutcome.Changed:
            case LocalSaveOutcome.Gone:
                // Somebody was faster: what was planned is out of date.
                pair.SaidGone = result.Outcome == LocalSaveOutcome.Gone ? SyncSide.Local : null;
                pair.State = PairState.Retry;
                pair.RetryAt = pair.Attempts == 0 ? scope.Now : scope.Now + Duration.FromSeconds(Math.Pow(2, Math.Min(pair.Attempts, 8)));
                break;
            case LocalSaveOutcome.Refused:
                pair.Issues.Add(EngineMessages.Refused(SyncSide.Local, result.Message));
                break;
        }
    }
}
