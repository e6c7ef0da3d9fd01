namespace CrmMapping.Http.Tests;

public sealed class A_time_that_runs_by_itself
{
    private readonly FakeTime _time = new();

    [Fact]
    public async Task Ends_every_wait_although_a_time_out_falls_due_on_the_way()
    {
        var start = _time.GetUtcNow();
        using var timeOut = new CancellationTokenSource(TimeSpan.FromMinutes(6), _time);

        for (var wait = 0; wait < 4; wait++)
        {
            await Task.Delay(TimeSpan.FromMinutes(2), _time);
        }

        (_time.GetUtcNow() - start, timeOut.IsCancellationRequested).Should().Be((TimeSpan.FromMinutes(8), true));
    }

    [Fact]
    public async Task Ends_all_waits_that_go_on_at_once()
    {
        var start = _time.GetUtcNow();

        await Task.WhenAll(Enumerable.Range(1, 100).Select(seconds => Task.Delay(TimeSpan.FromSeconds(seconds), _time)));

        (_time.GetUtcNow() - start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(100));
    }
}
