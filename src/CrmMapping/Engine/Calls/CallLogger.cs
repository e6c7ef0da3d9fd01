using NodaTime;

namespace CrmMapping;

/// <summary>
/// Logs a connection's calls and messages in its CRM: what is about to be created is saved first, so that a crash at any point makes none of them
/// twice and loses none.
/// </summary>
internal sealed class CallLogger(ConnectionScope scope, CallServices services, IUserDirectory? users)
{
    private const int BatchSize = 100;

    private readonly CallNumbers _numbers = new(scope.Context.Canonical);
    private readonly CallSettings _settings = scope.Connection.Settings.Calls;

    /// <summary>Tells whether a connection has calls or messages to deal with, or contacts that are to be told of them.</summary>
    public static async Task<bool> IsDueAsync(CallServices services, Connection connection, Instant now, CancellationToken cancellationToken) =>
        (await services.Store.ReadPendingActivitiesAsync(connection.Name, now, 1, cancellationToken).ConfigureAwait(false)).Count > 0
        || (services.Tracking is not null
            && await ActivityTracker.IsDueAsync(services.Store, connection.Tenant, cancellationToken).ConfigureAwait(false));

    /// <summary>Deals with a batch of those that are due.</summary>
    public async Task WorkAsync(CancellationToken cancellationToken)
    {
        await WorkPendingAsync(cancellationToken).ConfigureAwait(false);
        if (services.Tracking is { } tracking)
        {
            await new ActivityTracker(scope, services.Store, tracking).WorkAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WorkPendingAsync(CancellationToken cancellationToken)
    {
        var pending = await services.Store
            .ReadPendingActivitiesAsync(scope.Connection.Name, scope.Now, BatchSize, cancellationToken).ConfigureAwait(false);
        if (pending.Count == 0)
        {
            return;
        }

        var all = pending.Select(static activity => new CallWork(activity)).ToList();
        var works = all.FindAll(work => CallPlanner.Matters(work.Pending, _settings, services.Tracking is not null));
        var issues = new CallIssues(scope);
        IReadOnlyList<Engagement> engagements = works.Count == 0 ? [] : await LogAsync(works, issues, cancellationToken).ConfigureAwait(false);
        await CommitAsync(all, engagements, issues, cancellationToken).ConfigureAwait(false);
    }

    // Gives what of it counts for contacts.
    private async Task<IReadOnlyList<Engagement>> LogAsync(List<CallWork> works, CallIssues issues, CancellationToken cancellationToken)
    {
        using var asking = scope.Ask(RequestPriority.Live);
        var planner = await PlannerAsync(works, issues, cancellationToken).ConfigureAwait(false);
        works.FindAll(static work => work is { IsCreate: false, Call: not null }).ForEach(planner.Change);
        await PlaceAsync(works, planner, issues, cancellationToken).ConfigureAwait(false);
        var engagements = services.Tracking is null ? [] : works.Select(work => planner.Count(work, scope.Connection.Tenant)).OfType<Engagement>().ToList();
        await WriteAsync(works.FindAll(static work => work.Write is not null), issues, cancellationToken).ConfigureAwait(false);
        return engagements;
    }

    private async Task WriteAsync(List<CallWork> writes, CallIssues issues, CancellationToken cancellationToken)
    {
        if (writes.Count == 0)
        {
            return;
        }

        var log = scope.Session as ICallLog
            ?? throw new CrmException(CrmFailure.Refused, scope.Connection.Name, EngineMessages.NotOffered(scope.Connection.Kind, "log calls"));
        await scope.EnsureLeaseAsync(cancellationToken).ConfigureAwait(false);
        await IntendAsync(writes, cancellationToken).ConfigureAwait(false);
        var results = await log.LogAsync([.. writes.Select(static work => work.Write!)], cancellationToken).ConfigureAwait(false);
        foreach (var (work, result) in writes.Zip(results))
        {
            Take(work, result, issues);
        }

        var found = writes.Zip(results).Where(static one => one.First is { IsCreate: true, Call: not null } && one.Second.Outcome == CrmWriteOutcome.AlreadyExists);
        await AdoptAsync(log, found.Select(static one => one.First).ToList(), cancellationToken).ConfigureAwait(false);
    }

    // An earlier try made it: with which outcome the CRM knows, and what came since is looked at next, as of any call that is logged.
    private async Task AdoptAsync(ICallLog log, List<CallWork> found, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
        {
            return;
        }

        var held = await log.ReadOutcomesAsync([.. found.Select(static work => work.Logged!.ActivityId!)], cancellationToken).ConfigureAwait(false);
        foreach (var work in found)
        {
            var logged = work.Logged!;
            var intended = work.Pending.Logged ?? logged;
            work.Logged = logged with
            {
                Situation = intended.Situation,
                Tags = intended.Tags,
                Outcome = held.GetValueOrDefault(logged.ActivityId!, intended.Outcome),
            };
            work.RetryAt = scope.Now;
        }
    }

    // A tag that left a call may have been deleted, and then left all calls: tags, and the call, are read after that was heard.
    private async Task<CallPlanner> PlannerAsync(List<CallWork> works, CallIssues issues, CancellationToken cancellationToken)
    {
        var lost = works.FindAll(CallPlanner.LostTag);
        var judge = await services.Outcomes
            .OpenAsync(scope.Connection, scope.Session, freshTags: lost.Count > 0, cancellationToken).ConfigureAwait(false);
        foreach (var account in lost.GroupBy(static work => work.Pending.Account))
        {
            var ids = account.Select(static work => work.Call!.Id).ToList();
            var calls = await services.Telephonies.ReadCallsAsync(account.Key, ids, cancellationToken).ConfigureAwait(false);
            foreach (var (work, call) in account.Join(calls, static work => work.Call!.Id, static call => call.Id, static (work, call) => (work, call)))
            {
                work.Call = PhoneCall.Merge(work.Call!, call);
            }
        }

        issues.Found(judge?.Refusals ?? []);
        var pairs = await scope.Store.ReadOwnerPairsAsync(scope.Connection.Name, cancellationToken).ConfigureAwait(false);
        var known = users is null || pairs.Count == 0
            ? []
            : await users.ReadUsersAsync(scope.Connection.Tenant, cancellationToken).ConfigureAwait(false);
        return new CallPlanner(_settings, judge, new ActivityOwners(pairs, known), _numbers, scope.Now);
    }

    private async Task PlaceAsync(List<CallWork> works, CallPlanner planner, CallIssues issues, CancellationToken cancellationToken)
    {
        works.ForEach(work => work.Number = _numbers.Find(work.Call is { } call ? call.ContactNumber : work.Pending.Message!.ContactNumber));
        var toLog = works.FindAll(work => work.IsCreate && planner.Logs(work));
        var finder = new CallPlaces(scope);
        var places = await finder.FindAsync(
            NumbersOf(services.Tracking is null ? toLog : works), NumbersOf(toLog), cancellationToken).ConfigureAwait(false);
        works.FindAll(static work => work.IsCreate).ForEach(planner.Decide);
        foreach (var work in toLog)
        {
            Place(work, work.Number is null ? null : places.GetValueOrDefault(work.Number), planner, issues);
        }

        if (services.Tracking is not null)
        {
            works.ForEach(work => Hold(work, finder.Holders));
        }
    }

    private static HashSet<string> NumbersOf(List<CallWork> works) =>
        works.Select(static work => work.Number).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private void Place(CallWork work, CallPlace? place, CallPlanner planner, CallIssues issues)
    {
        place ??= work.Pending.Logged is { } started ? new CallPlace(started.RecordType, started.RecordId, null, []) : null;
        if (place is not null)
        {
            planner.Create(work, place);
            issues.Placed(place);
        }
        else if (work.Number is not null)
        {
            Wait(work);
        }
    }

    // What nobody here has yet is logged all the same, and counts once somebody has it.
    private void Hold(CallWork work, IReadOnlyDictionary<string, string> holders)
    {
        work.Holder = work.Number is null ? null : holders.GetValueOrDefault(work.Number);
        if (work is { Number: not null, Holder: null, RetryAt: null })
        {
            Wait(work);
        }
    }

    // A contact may come later, by a sync or by hand; at some time nobody waits for it any more.
    private void Wait(CallWork work)
    {
        if (scope.Now < work.Pending.NoticedAt + _settings.WaitForContact)
        {
            work.RetryAt = scope.Now + Backoff.After(work.Pending.Attempts);
        }
        else if (work is { IsCreate: true, Logged: null })
        {
            scope.Logger.CallLeft(scope.Connection.Name, work.Pending.Key);
        }
    }

    private Task IntendAsync(List<CallWork> writes, CancellationToken cancellationToken)
    {
        // What a former try intended stays: whether it came through is not known, and what changed since must be seen if it did.
        var creates = writes.FindAll(static work => work.Pending.Logged is null);
        return creates.Count == 0
            ? Task.CompletedTask
            : scope.CommitAsync(scope.NewCommit() with { Activities = [.. creates.Select(static work => work.Logged!)] }, cancellationToken);
    }

    private void Take(CallWork work, CrmWriteResult result, CallIssues issues)
    {
        switch (result.Outcome)
        {
            case CrmWriteOutcome.Written or CrmWriteOutcome.AlreadyExists when work.IsCreate:
                issues.Taken(work);
                work.Logged = work.Logged! with { ActivityId = result.Id };
                break;
            case CrmWriteOutcome.Written or CrmWriteOutcome.AlreadyExists:
                issues.Taken(work);
                break;
            case CrmWriteOutcome.NotFound when work.IsCreate:
                work.Logged = null;
                Wait(work);
                break;
            case CrmWriteOutcome.NotFound:
                // Somebody deleted the activity in the CRM, and it stays so.
                work.Logged = null;
                break;
            case CrmWriteOutcome.Refused:
                issues.Refused(work, result.Message);
                (work.Logged, work.RetryAt) = (null, null);
                break;
            default:
                work.Logged = null;
                work.RetryAt = scope.Now + Backoff.After(work.Pending.Attempts);
                break;
        }
    }

    private async Task CommitAsync(
        List<CallWork> all, IReadOnlyList<Engagement> engagements, CallIssues issues, CancellationToken cancellationToken)
    {
        var logged = all.Where(static work => work.Logged is not null && work.Logged != work.Pending.Logged).Select(static work => work.Logged!);
        var commit = scope.NewCommit() with
        {
            Activities = [.. logged],
            WorkedActivities = [.. all.Select(static work => work.ToWorked())],
            Engagements = engagements,
        };
        commit = issues.AddTo(commit, await AreWaitingAsync(all, cancellationToken).ConfigureAwait(false));
        await scope.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
        scope.Logger.CallsWorked(scope.Connection.Name, all.Count, all.Count(static work => work.Write is not null));
    }

    // None waits once nothing is left; whether what is left waits for a contact, or for its turn, is seen when that comes.
    private async Task<bool?> AreWaitingAsync(List<CallWork> all, CancellationToken cancellationToken)
    {
        if (all.Exists(static work => work is { RetryAt: not null, Write: null, IsCreate: true }))
        {
            return true;
        }

        var left = await services.Store
            .ReadPendingActivitiesAsync(scope.Connection.Name, Instant.MaxValue, all.Count + 1, cancellationToken).ConfigureAwait(false);
        var done = all.Where(static work => work.RetryAt is null).Select(static work => (work.Pending.Account, work.Pending.Key)).ToHashSet();
        return left.All(activity => activity.Logged?.ActivityId is not null || done.Contains((activity.Account, activity.Key))) ? false : null;
    }
}
