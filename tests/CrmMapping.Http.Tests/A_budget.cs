namespace CrmMapping.Http.Tests;

public sealed class A_budget : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly FakeTime _time = new() { RunsByItself = false };
    private readonly RequestBudget _budget;

    public A_budget() => _budget = new RequestBudget(new BudgetLimit(8, TimeSpan.FromSeconds(10), MaxInFlight: 100), Patience, _time);

    public void Dispose() => _budget.Dispose();

    [Fact, Trait("Rule", "S4")]
    public void Lets_no_more_through_than_the_limit()
    {
        var entered = Enter(RequestPriority.Routine, 10);

        entered.Count(task => task.IsCompleted).Should().Be(8);
    }

    [Fact, Trait("Rule", "S4")]
    public void Holds_a_place_until_an_interval_after_the_answer()
    {
        Enter(RequestPriority.Routine, 8);
        _time.Advance(TimeSpan.FromSeconds(4));
        _budget.Release(default);
        var next = Enter(RequestPriority.Routine, 1)[0];

        _time.Advance(TimeSpan.FromSeconds(9.9));
        next.IsCompleted.Should().BeFalse();

        _time.Advance(TimeSpan.FromSeconds(0.2));
        next.IsCompleted.Should().BeTrue();
    }

    [Fact, Trait("Rule", "S4")]
    public void Follows_what_the_answers_say_of_the_limit()
    {
        Enter(RequestPriority.Routine, 1);
        _budget.Release(new LimitReport(4, 3, TimeSpan.FromSeconds(20)));

        Enter(RequestPriority.Routine, 8).Count(task => task.IsCompleted).Should().Be(3);
    }

    [Fact, Trait("Rule", "S4")]
    public void Counts_what_others_send_with_the_same_account()
    {
        Enter(RequestPriority.Routine, 1);
        _budget.Release(new LimitReport(8, 2, TimeSpan.FromSeconds(10)));

        Enter(RequestPriority.Routine, 8).Count(task => task.IsCompleted).Should().Be(2);
    }

    [Fact, Trait("Rule", "S7")]
    public void Keeps_a_quarter_for_live_changes()
    {
        Enter(RequestPriority.Live, 1);

        Enter(RequestPriority.Backfill, 8).Count(task => task.IsCompleted).Should().Be(5);
        Enter(RequestPriority.Live, 2).Should().OnlyContain(task => task.IsCompleted);
    }

    [Fact, Trait("Rule", "S7")]
    public void Lends_the_reserve_while_no_live_change_came_within_a_minute()
    {
        Enter(RequestPriority.Live, 1);
        var backfill = Enter(RequestPriority.Backfill, 7);
        backfill.Count(task => task.IsCompleted).Should().Be(5);

        _time.Advance(TimeSpan.FromMinutes(1));

        backfill.Should().OnlyContain(task => task.IsCompleted);
    }

    [Fact, Trait("Rule", "S7")]
    public void Lets_the_urgent_pass_those_who_wait_longer()
    {
        Enter(RequestPriority.Routine, 8);
        var backfill = Enter(RequestPriority.Backfill, 1)[0];
        var live = Enter(RequestPriority.Live, 1)[0];
        var manual = Enter(RequestPriority.Manual, 1)[0];

        _budget.Release(default);
        _time.Advance(TimeSpan.FromSeconds(10));

        (manual.IsCompleted, live.IsCompleted, backfill.IsCompleted).Should().Be((true, false, false));
    }

    [Fact]
    public void Forgets_who_no_longer_waits()
    {
        Enter(RequestPriority.Routine, 8);
        using var gone = new CancellationTokenSource();
        var left = _budget.EnterAsync(RequestPriority.Routine, gone.Token);
        var next = Enter(RequestPriority.Routine, 1)[0];

        gone.Cancel();
        _budget.Release(default);
        _time.Advance(TimeSpan.FromSeconds(10));

        left.IsCanceled.Should().BeTrue();
        next.IsCompleted.Should().BeTrue();
    }

    [Fact, Trait("Rule", "S4")]
    public void Holds_everybody_back_as_long_as_it_was_told()
    {
        _budget.HoldBack(TimeSpan.FromSeconds(30), "because");
        var waiting = Enter(RequestPriority.Manual, 1)[0];

        _time.Advance(TimeSpan.FromSeconds(29.9));
        waiting.IsCompleted.Should().BeFalse();

        _time.Advance(TimeSpan.FromSeconds(0.1));
        waiting.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public void Leaves_the_time_alone_while_only_an_answer_can_help()
    {
        using var budget = new RequestBudget(new BudgetLimit(8, TimeSpan.FromSeconds(10), MaxInFlight: 1), TimeSpan.MaxValue, _time);
        var entered = Enumerable.Range(0, 3).Select(_ => budget.EnterAsync(RequestPriority.Routine, CancellationToken.None)).ToList();

        budget.Release(default);

        entered.Select(task => task.IsCompleted).Should().Equal(true, true, false);
        _time.Timers.Should().Be(0);
    }

    [Fact, Trait("Rule", "S4")]
    public async Task Turns_away_whoever_comes_during_a_pause_longer_than_anybody_waits()
    {
        _budget.HoldBack(TimeSpan.FromHours(5), "because");

        var turned = await Enter(RequestPriority.Manual, 1)[0];

        turned.Should().Be(new BudgetPause(TimeSpan.FromHours(5), "because"));
    }

    [Fact, Trait("Rule", "S4")]
    public async Task Turns_away_whoever_waits_already_when_such_a_pause_begins()
    {
        Enter(RequestPriority.Routine, 8);
        var waiting = Enter(RequestPriority.Backfill, 3);

        _budget.HoldBack(TimeSpan.FromHours(5), "because");
        _budget.Release(default);

        (await Task.WhenAll(waiting)).Should().AllBeEquivalentTo(new BudgetPause(TimeSpan.FromHours(5), "because"));
    }

    [Fact, Trait("Rule", "S4")]
    public async Task Opens_again_when_such_a_pause_is_over()
    {
        _budget.HoldBack(TimeSpan.FromHours(5), "because");
        _time.Advance(TimeSpan.FromHours(5));

        (await Enter(RequestPriority.Routine, 1)[0]).Should().BeNull();
    }

    [Fact]
    public void Waits_longer_than_any_timer_takes_where_patience_has_no_end()
    {
        using var budget = new RequestBudget(new BudgetLimit(8, TimeSpan.FromSeconds(10)), TimeSpan.MaxValue, TimeProvider.System);
        budget.HoldBack(TimeSpan.FromDays(100), "because");

        budget.EnterAsync(RequestPriority.Routine, CancellationToken.None).IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Leaves_nobody_waiting_when_it_ends()
    {
        Enter(RequestPriority.Routine, 8);
        var waiting = Enter(RequestPriority.Routine, 1)[0];

        _budget.Dispose();

        await waiting.Awaiting(task => task).Should().ThrowAsync<ObjectDisposedException>();
        await _budget.Awaiting(budget => budget.EnterAsync(RequestPriority.Routine, default)).Should().ThrowAsync<ObjectDisposedException>();
    }

    private List<Task<BudgetPause?>> Enter(RequestPriority priority, int times) =>
        [.. Enumerable.Range(0, times).Select(_ => _budget.EnterAsync(priority, CancellationToken.None))];
}
