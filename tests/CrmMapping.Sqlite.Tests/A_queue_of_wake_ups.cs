using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace CrmMapping.Sqlite.Tests;

public sealed class A_queue_of_wake_ups : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteDatabase _otherProcess;
    private readonly SqliteChangeQueue _queue;
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(30));

    public A_queue_of_wake_ups()
    {
        _database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        _otherProcess = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        _queue = new SqliteChangeQueue(_database, _time, NullLogger<SqliteChangeQueue>.Instance);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _database.Dispose();
        _otherProcess.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Hands_out_each_connection_once_however_often_it_was_signalled()
    {
        foreach (var connection in new[] { "Acme", "Acme", "Globex", "Acme", "Globex" })
        {
            await _queue.SignalAsync(connection, default);
        }

        (await TakeAsync(2)).Should().Equal("Acme", "Globex");
    }

    [Fact]
    public async Task Takes_a_signal_again_once_the_first_was_handed_out()
    {
        await using var reader = _queue.ReadAllAsync(_stop.Token).GetAsyncEnumerator();
        await _queue.SignalAsync("Acme", default);
        await reader.MoveNextAsync();

        await _queue.SignalAsync("Acme", default);

        (await reader.MoveNextAsync()).Should().BeTrue();
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Tells_at_its_start_what_a_crash_left_behind()
    {
        await AddNoticeAsync("Acme");

        (await TakeAsync(1)).Should().Equal("Acme");
    }

    [Fact, Trait("Rule", "O5")]
    public async Task Learns_what_another_process_noticed()
    {
        await using var reader = _queue.ReadAllAsync(_stop.Token).GetAsyncEnumerator();
        var next = reader.MoveNextAsync();
        await _time.UntilTimerIsSetAsync();
        await AddNoticeAsync("Acme");
        next.IsCompleted.Should().BeFalse();

        _time.Advance(Duration.FromTimeSpan(SqliteChangeQueue.LookInterval));

        (await next).Should().BeTrue();
        reader.Current.Should().Be("Acme");
    }

    [Fact]
    public async Task Finds_a_notice_that_fell_due_although_nobody_wrote()
    {
        await AddNoticeAsync("Acme", At.Noon + Duration.FromSeconds(2));
        await using var reader = _queue.ReadAllAsync(_stop.Token).GetAsyncEnumerator();
        var next = reader.MoveNextAsync().AsTask();

        for (var look = 0; look < 12 && !next.IsCompleted; look++)
        {
            await Task.WhenAny(next, _time.UntilTimerIsSetAsync());
            _time.Advance(Duration.FromTimeSpan(SqliteChangeQueue.LookInterval));
        }

        (await next).Should().BeTrue();
    }

    [Fact]
    public async Task Shares_its_wake_ups_among_its_readers()
    {
        await using var one = _queue.ReadAllAsync(_stop.Token).GetAsyncEnumerator();
        await using var other = _queue.ReadAllAsync(_stop.Token).GetAsyncEnumerator();
        var waiting = new[] { one.MoveNextAsync().AsTask(), other.MoveNextAsync().AsTask() };

        await _queue.SignalAsync("Acme", default);
        await _queue.SignalAsync("Globex", default);

        await Task.WhenAll(waiting);
        new[] { one.Current, other.Current }.Should().BeEquivalentTo(["Acme", "Globex"]);
    }

    [Fact]
    public async Task Ends_when_it_is_told_to()
    {
        await using var reader = _queue.ReadAllAsync(_stop.Token).GetAsyncEnumerator();
        var next = reader.MoveNextAsync().AsTask();

        await _stop.CancelAsync();

        await next.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    private Task AddNoticeAsync(string connection, Instant? notBefore = null) => new SqliteSyncStore(_otherProcess).AddNoticesAsync(
        [new Notice { Connection = connection, Side = SyncSide.Crm, Id = "901", NotBefore = notBefore }], At.Noon, default);

    private async Task<List<string>> TakeAsync(int count)
    {
        List<string> taken = [];
        await foreach (var connection in _queue.ReadAllAsync(_stop.Token))
        {
            taken.Add(connection);
            if (taken.Count == count)
            {
                break;
            }
        }

        return taken;
    }
}
