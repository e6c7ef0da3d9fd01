using NodaTime;

namespace CrmMapping.Sqlite.Tests;

public sealed class Calls_of_a_process_that_is_killed : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, Trait("Rule", "S1")]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public async Task Are_each_logged_and_counted_or_waiting_and_none_is_lost_or_counted_twice(long rounds)
    {
        using var crasher = new Crasher(_folder.ConnectionString, "Acme", "calls");
        var told = await crasher.KillAfterAsync(rounds);
        using var database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        var activities = new SqliteActivityStore(database);

        var (logged, _) = await activities.ReadLoggedCallsAsync("Acme", Instant.MinValue, null, int.MaxValue, default);
        var waiting = await activities.ReadPendingActivitiesAsync("Acme", At.Noon, int.MaxValue, default);
        var counted = await activities.ReadUnsavedActivitiesAsync("acme", int.MaxValue, default);

        var known = logged.Concat(waiting).Select(call => long.Parse(call.Call!.Id)).Order().ToList();
        known.Should().Equal(Enumerable.Range(1, known.Count).Select(round => (long)round));
        known.Count.Should().BeGreaterThanOrEqualTo((int)told);
        waiting.Should().HaveCountLessThanOrEqualTo(1, "of one round alone it did not yet say that it had ended");
        counted.Sum(contact => contact.Activity.InboundCalls.Count).Should().Be(logged.Count);
    }
}
