using NodaTime;

namespace CrmMapping;

/// <summary>
/// Decides the outcomes of logged calls anew, as the rules and the calls' tags are now, because a person asks for it: by themselves they never change.
/// A call whose outcome somebody set otherwise in the CRM is left alone.
/// </summary>
internal sealed class CallReevaluation(ConnectionScope scope, CallServices? services) : IReportingOperation
{
    private const int PageSize = 100;

    private readonly List<OperationLine> _lines = [];
    private readonly List<LoggedActivity> _logged = [];
    private long _writes;

    public bool IsDoneInParts => true;

    public async Task<OperationReport> RunAsync(bool isPreview, CancellationToken cancellationToken)
    {
        if (services is null || scope.Session is not ICallLog log)
        {
            throw new OperationRefusedException(EngineMessages.NotOffered(scope.Connection.Kind, "log calls"));
        }

        var judge = await services.Outcomes.OpenAsync(scope.Connection, scope.Session, freshTags: true, cancellationToken).ConfigureAwait(false)
            ?? throw new OperationRefusedException(EngineMessages.NoOutcomes);
        string? cursor = null;
        do
        {
            var (calls, next) = await services.Store
                .ReadLoggedCallsAsync(scope.Connection.Name, Instant.MinValue, cursor, PageSize, cancellationToken).ConfigureAwait(false);
            await DecideAsync(log, judge, calls, isPreview, cancellationToken).ConfigureAwait(false);
            cursor = next;
        }
        while (cursor is not null);

        return new OperationReport(EngineMessages.Reevaluated(Count(OperationLineKind.Planned), Count(OperationLineKind.Kept), isPreview), _lines)
        {
            // What was written before a crash is met again as done, as it is remembered with the run's end alone.
            Complete = commit => commit with { Activities = _logged },
            FurtherRequests = isPreview ? _writes : 0,
        };
    }

    private int Count(OperationLineKind kind) => _lines.Count(line => line.Kind == kind);

    private async Task DecideAsync(
        ICallLog log, ICallJudge judge, IReadOnlyList<PendingActivity> calls, bool isPreview, CancellationToken cancellationToken)
    {
        var now = scope.Now;
        var wanted = calls.Where(static call => call is { Call.Situation: not null, Logged.ActivityId: not null })
            .Select(call => (Call: call, Logged: call.Logged!, Outcome: judge.Decide(call.Call!, now)))
            .Where(static call => call.Outcome != call.Logged.Outcome).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var held = await log.ReadOutcomesAsync([.. wanted.Select(static call => call.Logged.ActivityId!)], cancellationToken).ConfigureAwait(false);
        var changes = new List<(OperationLine Line, LoggedActivity Logged, OutcomeChange? Change)>();
        foreach (var (call, logged, outcome) in wanted.Where(call => held.ContainsKey(call.Logged.ActivityId!)))
        {
            var holds = held[logged.ActivityId!];
            if (holds != logged.Outcome && holds != outcome)
            {
                _lines.Add(LineOf(call, OperationLineKind.Kept, EngineMessages.OutcomeSetByHand(judge.Label(holds))));
                continue;
            }

            changes.Add((
                LineOf(call, OperationLineKind.Planned, $"{judge.Label(logged.Outcome)} ⇒ {judge.Explain(call.Call!, now)}"),
                logged with { Outcome = outcome, Tags = call.Call!.Tags.Select(static tag => tag.Id).Distinct().Order().ToEquatableArray() },
                holds == outcome ? null : new OutcomeChange
                {
                    Key = ActivityKey.Of(call.Account, call.Key), ActivityId = logged.ActivityId!, Outcome = outcome,
                }));
        }

        await WriteAsync(log, changes, isPreview, cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteAsync(
        ICallLog log, List<(OperationLine Line, LoggedActivity Logged, OutcomeChange? Change)> changes, bool isPreview, CancellationToken cancellationToken)
    {
        var writes = changes.Select(static change => change.Change).OfType<OutcomeChange>().ToList();
        _writes += writes.Count > 0 ? 1 : 0;
        var refused = new Dictionary<string, CrmWriteResult>(StringComparer.Ordinal);
        if (!isPreview && writes.Count > 0)
        {
            await scope.EnsureLeaseAsync(cancellationToken).ConfigureAwait(false);
            var results = await log.LogAsync(writes, cancellationToken).ConfigureAwait(false);
            refused = writes.Zip(results).Where(static pair => pair.Second.Outcome != CrmWriteOutcome.Written)
                .ToDictionary(static pair => pair.First.ActivityId, static pair => pair.Second, StringComparer.Ordinal);
        }

        foreach (var (line, logged, _) in changes)
        {
            if (refused.TryGetValue(logged.ActivityId!, out var result))
            {
                _lines.Add(line with { Kind = OperationLineKind.Failed, Text = EngineMessages.OutcomeNotWritten(result) });
            }
            else
            {
                _lines.Add(line);
                _logged.Add(logged);
            }
        }
    }

    private static OperationLine LineOf(PendingActivity call, OperationLineKind kind, string text) => new()
    {
        Kind = kind,
        Subject = call.Key,
        CrmId = call.Logged!.RecordId,
        RecordType = call.Logged.RecordType,
        Text = text,
        Fingerprint = $"{call.Account}/{call.Key}",
    };
}
