using NodaTime;

namespace CrmMapping.Outcomes.Tests.Judging;

public sealed class A_call_that_is_logged
{
    private static readonly IReadOnlyList<FieldOption> Offered = [.. A.Offer(A.Connected, A.NoAnswer, A.Busy, A.Closed)];

    [Fact, Trait("Rule", "T1"), Trait("Rule", "T3")]
    public void Has_the_outcome_of_its_tags_or_of_how_it_ended()
    {
        var judge = Judge();

        judge.Decide(Call(), At.Noon).Should().Be("f240");
        judge.Decide(Call(A.BadCall), At.Noon).Should().Be("73a0");
        judge.Decide(Call(A.BadCall, A.Sold), At.Noon).Should().Be("f240");
        judge.Explain(Call(A.BadCall), At.Noon).Should().Be("No answer: 'bad call' gives it.");
        judge.Label("73a0").Should().Be("No answer");
        judge.Label(null).Should().Be("–");
        judge.Refusals.Should().BeEmpty();
    }

    [Fact, Trait("Rule", "T4")]
    public void Must_have_ended()
    {
        var decide = () => Judge().Decide(Call(A.BadCall) with { EndedAt = null }, At.Noon);

        decide.Should().Throw<ArgumentException>().WithMessage("The call goes on*");
    }

    [Fact, Trait("Rule", "T5")]
    public void Changes_with_its_tags()
    {
        var judge = Judge();

        judge.Retag(Logged("f240"), Call(A.BadCall), At.Noon).Should().Be("73a0");
        judge.Retag(Logged("73a0", A.BadCall), Call(), At.Noon).Should().Be("f240");
    }

    [Fact, Trait("Rule", "T6")]
    public void Stays_when_its_tag_is_deleted()
    {
        var judge = Judge(tags: [A.Sold]);

        judge.Retag(Logged("73a0", A.BadCall), Call(), At.Noon).Should().Be("73a0");
        judge.Refusals.Should().ContainSingle().Which.Should().Contain("bad call");
    }

    [Fact, Trait("Rule", "T1")]
    public void Is_decided_anew_when_it_turns_out_to_have_ended_otherwise()
    {
        var judge = Judge();
        var missed = new LoggedActivity { Account = "a", Key = "call:1", RecordId = "1", At = At.Noon, Situation = CallSituation.InboundMissed, Outcome = "9d91" };
        var voicemail = Call() with { Direction = CallDirection.Inbound, AnsweredAt = null, HasVoicemail = true };

        judge.Retag(missed, voicemail, At.Noon).Should().BeNull();
    }

    [Fact, Trait("Rule", "T8")]
    public void Has_an_outcome_of_the_code_for_an_hour_after_the_crm_deleted_it()
    {
        var first = Judge();

        var after = Judge(first.History, A.Offer(A.Connected, A.Busy, A.Closed), At.Minute(10));

        after.Decide(Call(A.BadCall), At.Minute(69)).Should().Be("73a0");
        after.Decide(Call(A.BadCall), At.Minute(71)).Should().Be("f240");
        after.Label("73a0").Should().Be("No answer");
    }

    [Fact]
    public void Goes_by_what_an_admin_saved_last()
    {
        var saved = new OutcomeRulesVersion
        {
            Connection = "HubSpot", Number = 3, SavedAt = At.Noon, SavedBy = "ada", Rules = System.Text.Encoding.UTF8.GetString(OutcomeRulesJson.Write(A.Rules)),
        };
        var judge = new CallJudges(Written()).Open(saved, null, Offered, A.Tags.Tags, At.Noon);

        judge.Decide(Call(A.Sold), At.Noon).Should().Be("c105");
        judge.Decide(Call(A.Callback), At.Noon).Should().Be("f240");
        var broken = () => new CallJudges(Written()).Open(saved with { Rules = "{" }, null, Offered, null, At.Noon);
        broken.Should().Throw<FormatException>().WithMessage("Version 3 of the outcome rules of 'HubSpot' cannot be read*");
    }

    private static CallOutcomes Written() => new CallOutcomesBuilder()
        .Default(CallSituation.OutboundAnswered, "Connected")
        .Default(CallSituation.InboundMissed, "Busy")
        .MapTag("bad call").To("No answer")
        .MapTag("sold").To("Closed")
        .Build();

    private static ICallJudge Judge(
        string? history = null, IEnumerable<FieldOption>? offered = null, Instant? at = null, IReadOnlyList<CallTag>? tags = null) =>
        new CallJudges(Written()).Open(null, history, [.. offered ?? Offered], tags ?? A.Tags.Tags, at ?? At.Noon);

    private static PhoneCall Call(params CallTag[] tags) => new()
    {
        Id = "1",
        Direction = CallDirection.Outbound,
        StartedAt = At.Minute(-10),
        AnsweredAt = At.Minute(-9),
        EndedAt = At.Minute(-5),
        ToldAt = At.Noon,
        Tags = [.. tags],
    };

    private static LoggedActivity Logged(string? outcome, params CallTag[] tags) => new()
    {
        Account = "a",
        Key = "call:1",
        RecordId = "1",
        At = At.Noon,
        Situation = CallSituation.OutboundAnswered,
        Outcome = outcome,
        Tags = [.. tags.Select(static tag => tag.Id)],
    };
}
