namespace CrmMapping.Tests.Engine;

[Trait("Rule", "S7")]
public sealed class Slots_for_connections
{
    private readonly WorkSlots _slots = new(2);
    private readonly List<(string Name, Task Entering)> _waiting = [];
    private readonly List<string> _entered = [];

    [Fact]
    public void Are_given_to_so_many_and_no_more()
    {
        Enter("a");
        Enter("b");
        Enter("c");

        _entered.Should().Equal("a", "b");
        Leave(1);
        _entered.Should().Equal("a", "b", "c");
    }

    [Fact]
    public void Go_to_who_is_most_urgent_and_then_to_who_came_first()
    {
        Occupy();
        Enter("first backfill", RequestPriority.Backfill);
        Enter("poll", RequestPriority.Routine);
        Enter("second backfill", RequestPriority.Backfill);
        Enter("live", RequestPriority.Live);
        Enter("person", RequestPriority.Manual);

        Leave(5);

        _entered.Should().Equal("person", "live", "poll", "first backfill", "second backfill");
    }

    [Fact]
    public void Are_kept_from_nobody_for_ever_however_urgent_others_are()
    {
        Occupy();
        Enter("backfill", RequestPriority.Backfill);
        for (var number = 0; number < 100; number++)
        {
            Enter($"live {number}", RequestPriority.Live);
        }

        Leave(20);

        _entered.Should().HaveCount(20).And.Contain("backfill");
        _entered.IndexOf("backfill").Should().Be(8);
    }

    [Fact]
    public async Task Pass_over_who_waits_no_longer()
    {
        Occupy();
        using var impatience = new CancellationTokenSource();
        var impatient = _slots.EnterAsync(RequestPriority.Manual, impatience.Token);
        Enter("patient", RequestPriority.Backfill);

        await impatience.CancelAsync();
        Leave(1);

        _entered.Should().Equal("patient");
        await impatient.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Are_left_for_others_between_two_steps()
    {
        using var one = new WorkTurn(_slots);
        using var other = new WorkTurn(_slots);
        await one.NextAsync(RequestPriority.Backfill, default);
        await other.NextAsync(RequestPriority.Backfill, default);
        Enter("waiting", RequestPriority.Backfill);

        var again = one.NextAsync(RequestPriority.Backfill, default);

        See();
        _entered.Should().Equal("waiting");
        again.IsCompleted.Should().BeFalse();
        other.Dispose();
        await again;
    }

    private void Occupy()
    {
        Enter("a");
        Enter("b");
        _entered.Clear();
    }

    private void Leave(int times)
    {
        for (var time = 0; time < times; time++)
        {
            _slots.Leave();
            See();
        }
    }

    private void Enter(string name, RequestPriority priority = RequestPriority.Routine)
    {
        _waiting.Add((name, _slots.EnterAsync(priority, default)));
        See();
    }

    private void See()
    {
        _entered.AddRange(_waiting.Where(w => w.Entering.IsCompleted).Select(w => w.Name));
        _waiting.RemoveAll(w => w.Entering.IsCompleted);
    }
}
