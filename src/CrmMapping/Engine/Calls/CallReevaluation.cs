using NodaTime;

namespace CrmMapping;

/// <summary>
/// Decides the outcomes of logged calls anew, as the rules and the calls' tags are now, because a person asks for it: by themselves they never change.
/// A call whose outcome somebody set otherwise in the CRM is left alone.
/// </summary>
internal sealed class CallReevaluation(ConnectionScope scope, CallServices? services) : IReportingOperation
{
    private const int PageSize = 100;

    public bool IsDoneInParts => true;

    public async Task<OperationReport> RunAsync(bool isPreview, CancellationToken cancellationToken)
    {
        if (services is null || scope.Session is not ICallLog log)
        {
            throw new OperationRefusedException(EngineMessages.NotOffered(scope.Connection.Kind, "log calls"));
        }

        var judge = await services.Outcomes.OpenAsync(scope.Connection, scope.Session, freshTags: true, cancellationToken).ConfigureAwait(false)
            ?? throw new OperationRefusedException(EngineMessages.NoOutcomes);
        var lines = new List<OperationLine>();
        string? cursor = null;
        do
        {
            var (calls, next) = await services.Store
                .ReadLoggedCallsAsync(scope.Connection.Name, Instant.MinValue, cursor, PageSize, cancellationToken).ConfigureAwait(false);
            lines.AddRange(await DecideAsync(log, judge, calls, isPreview, cancellationToken).ConfigureAwait(false));
            cursor = next;
        }
        while (cursor is not null);

        var (changed, left) = (lines.Count(static line => line.Kind == OperationLineKind.Planned), lines.Count(static line => line.Kind == OperationLineKind.Kept));
        return new OperationReport(EngineMessages.Reevaluated(changed, left, isPreview), lines)
        {
            FurtherRequests = isPreview ? (changed + PageSize - 1) / PageSize : 0,
        };
    }

    private async Task<IReadOnlyList<OperationLine>> DecideAsync(
        ICallLog log, ICallJudge judge, IReadOnlyList<PendingActivity> calls, bool isPreview, CancellationToken cancellationToken)
    {
        var now = scope.Now;
        var wanted = calls.Where(static call => call is { Call.Situation: not null, Logged.ActivityId: not null })
            .Select(call => (Call: call, Outcome: judge.Decide(call.Call!, now)))
            .Where(static call => call.Outcome != call.Call.Logged!.Outcome).ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        var held = await log.ReadOutcomesAsync([.. wanted.Select(static call => call.Call.Logged!.ActivityId!)], cancellationToken).ConfigureAwait(false);
        var lines = new List<OperationLine>();
        var changes = new List<(LoggedActivity Logged, OutcomeChange Change)>();
        foreach (var (call, outcome) in wanted.Where(call => held.ContainsKey(call.Call.Logged!.ActivityId!)))
        {
            var logged = call.Logged!;
            var isOurs = held[logged.ActivityId!] == logged.Outcome;
            if (held[logged.ActivityId!] == outcome)
            {
                continue;
            }

            lines.Add(new OperationLine
            {
                Kind = isOurs ? OperationLineKind.Planned : OperationLineKind.Kept,
                Subject = call.Key,
                CrmId = logged.RecordId,
                RecordType = logged.RecordType,
                Text = isOurs
                    ? $"{judge.Label(logged.Outcome)} ⇒ {judge.Explain(call.Call!, now)}"
                    : EngineMessages.OutcomeSetByHand(judge.Label(held[logged.ActivityId!])),
                Fingerprint = $"{call.Account}/{call.Key}",
            });
            if (isOurs)
            {
                changes.Add((
                    logged with { Outcome = outcome, Tags = call.Call!.Tags.Select(static tag => tag.Id).Distinct().Order().ToEquatableArray() },
                    new OutcomeChange { Key = ActivityKey.Of(call.Account, call.Key), ActivityId = logged.ActivityId!, Outcome = outcome }));
            }
        }

        return isPreview || changes.Count == 0 ? lines : await WriteAsync(log, lines, changes, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<OperationLine>> WriteAsync(
        ICallLog log, List<OperationLine> lines, List<(LoggedActivity Logged, OutcomeChange Change)> changes, CancellationToken cancellationToken)
    {
        await scope.EnsureLeaseAsync(cancellationToken).ConfigureAwait(false);
        var results = await log.LogAsync([.. changes.Select(static change => change.Change)], cancellationToken).ConfigureAwait(false);
        var written = changes.Zip(results).Where(static pair => pair.Second.Outcome == CrmWriteOutcome.Written).ToList();
        await scope.CommitAsync(
            scope.NewCommit() with { Activities = [.. written.Select(static pair => pair.First.Logged)] }, cancellationToken).ConfigureAwait(false);

        var failed = changes.Zip(results).Where(static pair => pair.Second.Outcome != CrmWriteOutcome.Written)
            .ToDictionary(static pair => $"{pair.First.Logged.Account}/{pair.First.Logged.Key}", static pair => pair.Second, StringComparer.Ordinal);
        return [.. lines.Select(line => failed.TryGetValue(line.Fingerprint!, out var result)
            ? line with { Kind = OperationLineKind.Failed, Text = EngineMessages.OutcomeNotWritten(result) }
            : line)];
    }
}
