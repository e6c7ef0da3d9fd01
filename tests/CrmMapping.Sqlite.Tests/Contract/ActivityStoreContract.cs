using NodaTime;

namespace CrmMapping.Sqlite.Tests;

/// <summary>Holds what every store of calls and messages promises. A store's own tests derive from it.</summary>
public abstract partial class ActivityStoreContract : IDisposable
{
    private const string Phones = "Phones";
    private const string Acme = "Acme HubSpot";
    private const string Globex = "Globex HubSpot";
    private const string Tenant = "acme";

    private IActivityStore? _activities;
    private ISyncStore? _state;

    /// <summary>Gets the store under test; it is empty when the test begins.</summary>
    protected IActivityStore Activities => _activities ??= Open().Activities;

    /// <summary>Gets the state of syncing that is kept beside it.</summary>
    protected ISyncStore State => _state ??= Open().State;

    public void Dispose()
    {
        CleanUp();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the same storage as another process would.</summary>
    protected abstract (IActivityStore Activities, ISyncStore State) Open();

    /// <summary>Takes the storage away.</summary>
    protected abstract void CleanUp();

    private static PhoneCall Call(string id, int minute = 0) => new()
    {
        Id = id,
        Direction = CallDirection.Inbound,
        StartedAt = At.Minute(minute),
        AnsweredAt = At.Minute(minute),
        EndedAt = At.Minute(minute + 1),
        ContactNumber = "+1 312-555-0142",
        LineNumber = "+1 312-555-0100",
        UserEmail = "lee@example.com",
        UserName = "Lee",
        Tags = [new CallTag(7, "bad call")],
        Comments = ["Called back."],
        RecordingLink = new Uri("https://phones.example.com/calls/1"),
        ToldAt = At.Minute(minute + 1),
    };

    private static TextMessage Message(string id, int minute = 0) => new()
    {
        Id = id, Direction = CallDirection.Outbound, SentAt = At.Minute(minute), ContactNumber = "+13125550142", Text = $"Hello {id}",
    };

    private static LoggedActivity Logged(string key, string? activityId = "9001", int minute = 0, string recordId = "501") => new()
    {
        Account = Phones,
        Key = key,
        ActivityId = activityId,
        RecordId = recordId,
        Situation = key.StartsWith("call:", StringComparison.Ordinal) ? CallSituation.InboundAnswered : null,
        At = At.Minute(minute),
        Tags = [7, 12],
        Outcome = "connected",
    };

    private static Engagement Counted(string key, string? localId = "1", int minute = 0, string? text = "Connected") => new()
    {
        Tenant = Tenant,
        LocalId = localId,
        Account = Phones,
        Key = key,
        IsCall = key.StartsWith("call:", StringComparison.Ordinal),
        Direction = CallDirection.Inbound,
        At = At.Minute(minute),
        Text = text,
    };

    private static WorkedActivity Worked(PendingActivity pending, Instant? retryAt = null) => new(pending.Account, pending.Key, pending.Revision, retryAt);

    private Task<bool> TellAsync(params PhoneCall[] calls) => Activities.AddActivitiesAsync(Phones, calls, [], [Acme], At.Noon, default);

    private Task<bool> TellAsync(params TextMessage[] messages) => Activities.AddActivitiesAsync(Phones, [], messages, [Acme], At.Noon, default);

    private Task<IReadOnlyList<PendingActivity>> PendingAsync(string connection = Acme, int minute = 0, int size = 100) =>
        Activities.ReadPendingActivitiesAsync(connection, At.Minute(minute), size, default);

    private async Task CommitAsync(Func<SyncCommit, SyncCommit> decide, string connection = Acme)
    {
        var lease = (await State.AcquireLeaseAsync(connection, "worker", At.Minute(60), At.Noon, default))!;
        await State.CommitAsync(decide(new SyncCommit { Lease = lease, At = At.Noon }), default);
        await State.ReleaseLeaseAsync(lease, default);
    }
}
