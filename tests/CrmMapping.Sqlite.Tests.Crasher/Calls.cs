using NodaTime;

namespace CrmMapping.Sqlite.Tests;

/// <summary>Tells of a call in each round, logs and counts what waits, and says so, until it is killed.</summary>
internal static class Calls
{
    public static async Task RunAsync(IActivityStore activities, ISyncStore store, string connection, int contacts)
    {
        var noon = Instant.FromUtc(2026, 3, 2, 12, 0);
        var lease = await store.AcquireLeaseAsync(connection, "the crashing one", noon + Duration.FromMinutes(5), noon, default)
            ?? throw new InvalidOperationException("Somebody else holds the lease.");
        for (var round = 1L; ; round++)
        {
            await activities.AddActivitiesAsync("Phones", [Call(round, noon)], [], [connection], noon, default);
            var pending = await activities.ReadPendingActivitiesAsync(connection, noon, 10, default);
            await store.CommitAsync(
                new SyncCommit
                {
                    Lease = lease,
                    At = noon,
                    Activities = [.. pending.Select(static call => Log(call))],
                    WorkedActivities = [.. pending.Select(static call => new WorkedActivity(call.Account, call.Key, call.Revision))],
                    Engagements = [.. pending.Select(call => Count(call, $"{round % contacts}"))],
                },
                default);
            Console.WriteLine(round);
        }
    }

    private static PhoneCall Call(long round, Instant noon) => new()
    {
        Id = $"{round}",
        Direction = CallDirection.Inbound,
        StartedAt = noon + Duration.FromSeconds(round),
        EndedAt = noon + Duration.FromSeconds(round + 9),
        ToldAt = noon + Duration.FromSeconds(round + 9),
    };

    private static LoggedActivity Log(PendingActivity pending) => new()
    {
        Account = pending.Account,
        Key = pending.Key,
        ActivityId = pending.Key,
        RecordId = "501",
        Situation = pending.Call!.Situation,
        At = pending.Call.StartedAt,
    };

    private static Engagement Count(PendingActivity pending, string contact) => new()
    {
        Tenant = "acme",
        LocalId = contact,
        Account = pending.Account,
        Key = pending.Key,
        IsCall = true,
        Direction = pending.Call!.Direction,
        At = pending.Call.StartedAt,
    };
}
