using NodaTime;

namespace CrmMapping.Outcomes.Tests.Crm;

public sealed class The_outcomes_of_a_crm
{
    private static readonly OutcomeName Later = new(A.Busy.Id, "Engaged");

    [Fact, Trait("Rule", "T8")]
    public void Count_as_unchanged_for_long_when_they_are_met_for_the_first_time()
    {
        var history = OutcomeHistory.Unread.Observe(A.Offer(A.Connected, A.Busy), At.Noon);

        history.Live.Should().Equal(A.Connected, A.Busy);
        history.Outcomes.Should().OnlyContain(static o => o.CreatedAt == null && o.UpdatedAt == null && o.DeletedAt == null);
        history.OfferedAt(At.Minute(-60_000)).Should().Equal(A.Connected, A.Busy);
    }

    [Fact, Trait("Rule", "T7")]
    public void Are_created_renamed_and_deleted_as_soon_as_they_are_read()
    {
        var history = OutcomeHistory.Unread
            .Observe(A.Offer(A.Connected, A.Busy), At.Noon)
            .Observe(A.Offer(A.Closed, A.Connected, Later), At.Minute(10))
            .Observe(A.Offer(A.Closed, Later), At.Minute(20));

        history.Live.Should().Equal(A.Closed, Later);
        history.Outcomes.Select(static o => (o.Label, o.CreatedAt, o.UpdatedAt, o.DeletedAt, o.IsLive)).Should().Equal(
            ("Closed", At.Minute(10), null, null, true),
            ("Engaged", null, At.Minute(10), null, true),
            ("Connected", null, null, At.Minute(20), false));
    }

    [Fact, Trait("Rule", "T8")]
    public void Are_known_as_they_were_at_an_earlier_time()
    {
        var history = OutcomeHistory.Unread
            .Observe(A.Offer(A.Connected), At.Noon)
            .Observe(A.Offer(A.Busy), At.Minute(10))
            .Observe(A.Offer(A.Connected, A.Busy), At.Minute(20));

        history.OfferedAt(At.Minute(9)).Should().Equal(A.Connected);
        history.OfferedAt(At.Minute(10)).Should().Equal(A.Busy);
        history.OfferedAt(At.Minute(20)).Should().Equal(A.Connected, A.Busy);
        history.Find(A.Connected.Id)!.CreatedAt.Should().Be(At.Minute(20), "it came back");
    }

    [Fact]
    public void Are_not_offered_while_they_are_hidden_and_count_once_when_they_are_listed_twice() =>
        OutcomeHistory.Unread.Observe([new("1", "One"), new("2", "Two", Hidden: true), new("1", "Again")], At.Noon)
            .Live.Should().Equal(new OutcomeName("1", "One"));

    [Fact]
    public void Stay_as_they_were_read_when_an_older_answer_comes_late()
    {
        var history = OutcomeHistory.Unread.Observe(A.Offer(A.Connected), At.Noon);

        history.Observe(A.Offer(A.Busy), At.Noon - Duration.Epsilon).Should().BeSameAs(history);
    }

    [Fact]
    public void Are_each_there_once_and_were_offered_at_some_time()
    {
        var known = OutcomeHistory.Unread.Observe(A.Offer(A.Connected), At.Noon).Outcomes[0];

        FluentActions.Invoking(() => new OutcomeHistory { Outcomes = [known, known] }).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => known with { Offered = [] }).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Read_twice_are_the_same_but_for_the_time() =>
        OutcomeHistory.Unread.Observe(A.Offer(A.Connected), At.Noon).Observe(A.Offer(A.Connected), At.Minute(5))
            .Should().Be(OutcomeHistory.Unread.Observe(A.Offer(A.Connected), At.Noon) with { ObservedAt = At.Minute(5) });
}
