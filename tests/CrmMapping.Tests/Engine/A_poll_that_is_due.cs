using NodaTime;

namespace CrmMapping.Tests.Engine;

public sealed class A_poll_that_is_due
{
    private readonly PollSchedule _schedule = new();

    [Fact]
    public void Comes_at_once_for_a_connection_alone_and_then_once_an_interval()
    {
        var alone = List(Named("a"));

        Taken(alone, 180).Should().Equal((0, "a"), (60, "a"), (120, "a"));
    }

    [Fact, Trait("Rule", "S7")]
    public void Is_spread_over_the_interval_where_there_are_many()
    {
        const int Many = 600;
        var all = List([.. Enumerable.Range(0, Many).Select(n => Named($"{n:000}"))]);

        var taken = Taken(all, 121).ToList();

        taken.GroupBy(poll => poll.Second).Select(second => second.Count()).Should().OnlyContain(polls => polls <= Many / 60);
        taken.GroupBy(poll => poll.Name).Should().HaveCount(Many).And.OnlyContain(polls => polls.ElementAt(1).Second - polls.First().Second == 60);
    }

    [Fact]
    public void That_is_taken_late_keeps_its_place()
    {
        var two = List(Named("a"), Named("b"));
        _schedule.TakeDue(two, At.Noon).Should().Equal("a");

        _schedule.TakeDue(two, Second(200)).Should().Equal("b", "a");

        Taken(two, 330, since: 201).Should().Equal((210, "b"), (240, "a"), (270, "b"), (300, "a"));
    }

    [Fact]
    public void Comes_at_once_for_a_connection_that_is_new_or_resumed_and_leaves_the_others_where_they_are()
    {
        _schedule.TakeDue(List(Named("a"), Named("b")), At.Noon);

        var more = List(Named("a"), Named("b"), Named("c"));
        _schedule.TakeDue(more, Second(10)).Should().Equal("c");
        var paused = List(Named("a") with { State = ConnectionState.Paused }, Named("b"), Named("c") with { State = ConnectionState.Disconnected });
        Taken(paused, 100, since: 11).Should().Equal((30, "b"), (90, "b"));
        Taken(more, 151, since: 100).Should().Equal((100, "a"), (130, "c"), (150, "b"));
    }

    [Fact]
    public void Follows_an_interval_that_was_changed()
    {
        _schedule.TakeDue(List(Named("a")), At.Noon);

        Taken(List(Named("a", seconds: 10)), 30, since: 5).Should().Equal((15, "a"), (25, "a"));
    }

    [Fact]
    public void Comes_no_more_for_a_connection_that_is_gone()
    {
        _schedule.TakeDue(List(Named("a"), Named("b")), At.Noon);

        Taken(List(Named("b")), 100).Should().Equal((30, "b"), (90, "b"));
    }

    private static Connection Named(string name, int seconds = 60) => new()
    {
        Name = name,
        Kind = "Invented",
        Settings = new ConnectionSettings { PollInterval = Duration.FromSeconds(seconds) },
    };

    private static ConnectionList List(params Connection[] connections) => new(1, connections);

    private static Instant Second(int second) => At.Noon + Duration.FromSeconds(second);

    private IEnumerable<(int Second, string Name)> Taken(ConnectionList connections, int until, int since = 0) =>
        from second in Enumerable.Range(since, until - since)
        from name in _schedule.TakeDue(connections, Second(second))
        select (second, name);
}
