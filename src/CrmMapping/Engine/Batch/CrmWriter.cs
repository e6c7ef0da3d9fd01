using System.Diagnostics;
using NodaTime;

namespace CrmMapping;

/// <summary>Writes what is planned for the CRM in the CRM's largest batches.</summary>
internal sealed class CrmWriter(ConnectionScope scope)
{
    public async Task WriteAsync(Batch batch, IReadOnlyCollection<Pair> open, CancellationToken cancellationToken)
    {
        var pairs = open
            .Where(static p => p.State == PairState.Open && (p.Plan.Kind == PlanKind.CreateInCrm || (p.Plan.HasWritesTo(SyncSide.Crm) && p.Plan.Decisions.Any(p.IsSent))))
            .ToList();
        if (pairs.Count == 0)
        {
            return;
        }

        using var activity = EngineMetrics.Source.StartActivity("crm_mapping.write");
        activity?.SetTag("connection", scope.Connection.Name);
        var writes = pairs.ConvertAll(p => Write(p, batch));
        var results = await scope.Session.WriteAsync(scope.Map.CrmFields, writes, cancellationToken).ConfigureAwait(false);
        for (var index = 0; index < pairs.Count; index++)
        {
            Take(pairs[index], results[index]);
        }
    }

    private CrmWrite Write(Pair pair, Batch batch)
    {
        var values = batch.Buffer(scope.Map.Count);
        foreach (var decision in pair.Plan.Decisions)
        {
            if (pair.IsSent(decision))
            {
                values.Set(decision.Ordinal, decision.NewValue);
            }
        }

        return new CrmWrite
        {
            Kind = pair.Plan.Kind == PlanKind.CreateInCrm ? CrmWriteKind.Create : CrmWriteKind.Update,
            Id = pair.CrmId,
            LocalId = pair.LocalId,
            Values = values,
            UnlessChangedSince = SettlesParked(pair) ? pair.CrmModifiedAt : null,
        };
    }

    // What the CRM changed was seen before and left until a person chose: the choice overwrites nothing that the person cannot have known.
    private bool SettlesParked(Pair pair) => pair.CrmSeen is { } seen && pair.Plan.Decisions.Any(d => pair.IsSent(d)
        && !seen.IsUnknown(d.Ordinal) && SyncPlanner.Canonical(seen, d.Ordinal, d.Mapping.Crm.Type, scope.Context) != d.AgreedCrm);

    private void Take(Pair pair, CrmWriteResult result)
    {
        pair.CrmResult = result;
        var isCreate = pair.Plan.Kind == PlanKind.CreateInCrm;
        foreach (var refusal in result.RefusedFields)
        {
            var mapping = scope.Map.Set.FindByCrm(refusal.Field);
            pair.Issues.Add((refusal.Code, mapping?.Local.Key ?? refusal.Field, refusal.Message));
            pair.MetDrift |= pair.Attempts == 0 && mapping is not null && IsDrift(refusal, mapping);
        }

        if (pair.MetDrift)
        {
            scope.Outdate();
        }

        switch (result.Outcome)
        {
            case CrmWriteOutcome.Written:
                pair.CrmId = result.Id ?? pair.CrmId;
                break;
            case CrmWriteOutcome.AlreadyExists when isCreate && result.Id is not null:
                pair.ExistingId = result.Id;
                break;
            case CrmWriteOutcome.Unanswered:
                AskAgain(pair, scope.Now + scope.Traits.SearchLag);
                break;
            case CrmWriteOutcome.NotFound:
                pair.SaidGone = SyncSide.Crm;
                PlanAgain(pair);
                break;
            case CrmWriteOutcome.ChangedMeanwhile:
                PlanAgain(pair);
                break;
            case CrmWriteOutcome.Refused when !isCreate && pair.Attempts == 0 && scope.RecordType == RecordType.Lead:
                // It may have been converted since it was read: then the contact that it became takes the write.
                AskAgain(pair, scope.Now);
                break;
            case CrmWriteOutcome.AlreadyExists:
            case CrmWriteOutcome.Refused:
                pair.Issues.Add(EngineMessages.Refused(SyncSide.Crm, result.Message));
                break;
            case CrmWriteOutcome.Failed:
                AskAgain(pair, scope.Now + Backoff.After(pair.Attempts));
                break;
            default:
                throw new UnreachableException();
        }
    }

    // As it is described, the field would have taken the value.
    private static bool IsDrift(FieldRefusal refusal, FieldMapping mapping) =>
        refusal.Code is IssueCode.FieldMissing or IssueCode.ReadOnlyField
        || (refusal.Code == IssueCode.NotAnOption && mapping.Crm.Options.Count > 0);

    // What was planned is out of date.
    private void PlanAgain(Pair pair) => AskAgain(pair, pair.Attempts == 0 ? scope.Now : scope.Now + Backoff.After(pair.Attempts));

    private static void AskAgain(Pair pair, Instant at) => (pair.State, pair.RetryAt) = (PairState.Retry, at);
}
