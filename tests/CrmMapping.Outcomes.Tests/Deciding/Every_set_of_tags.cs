using NodaTime;

namespace CrmMapping.Outcomes.Tests.Deciding;

[Trait("Rule", "T3")]
public sealed class Every_set_of_tags
{
    private static readonly long[] Tags = [1, 2, 3, 4];
    private static readonly TagList WithoutTheFourth = TagList.Of([new(1, "tag 1"), new(2, "tag 2"), new(3, "tag 3")]);

    // X was always there, Y is deleted at noon, Z was created half an hour before noon.
    private static readonly CrmEvent[] Events =
    [
        new(CrmEventKind.Created, "z", At.Minute(-30)),
        new(CrmEventKind.Deleted, "y", At.Noon),
    ];

    [Theory, Trait("Rule", "T1"), Trait("Rule", "T2"), Trait("Rule", "T6"), Trait("Rule", "T8")]
    [InlineData(-3000)]
    [InlineData(-1)]
    public void Has_the_one_answer_that_the_rules_give_it_when_they_are_read_word_for_word(int addedAt)
    {
        var answers = 0;
        foreach (var mapped in Universe.Mappings(At.Minute(addedAt), Tags))
        {
            foreach (var standard in Universe.AllOutcomes.Append(null))
            {
                var world = World(mapped, standard);
                foreach (var at in world.Edges)
                {
                    foreach (var tags in Universe.Sets(Tags))
                    {
                        var call = new EndedCall(CallSituation.InboundMissed, tags);
                        if (world.Compiled.Evaluate(call, at).Outcome?.Id != world.Naive.Evaluate(call, at))
                        {
                            Assert.Fail($"{call} at {at} is {world.Compiled.Evaluate(call, at)} Read word for word: {world.Naive.Evaluate(call, at)}.\n{world.Rules}");
                        }

                        answers++;
                    }
                }
            }
        }

        answers.Should().BeGreaterThan(100_000);
    }

    [Fact, Trait("Rule", "T5"), Trait("Rule", "T6"), Trait("Rule", "T8")]
    public void Before_and_after_a_tag_event_patches_what_the_rules_say_when_they_are_read_word_for_word()
    {
        long[] tags = [1, 2, 4];
        foreach (var mapped in Universe.Mappings(At.Minute(-1), tags))
        {
            var world = World(mapped, Universe.AllOutcomes[0]);
            foreach (var (at, before, after) in
                from at in world.Edges from before in Universe.Sets(tags) from after in Universe.Sets(tags) select (at, before, after))
            {
                foreach (var outcome in new[] { null, "x", "y", "gone" })
                {
                    var logged = new LoggedCall(new EndedCall(CallSituation.InboundMissed, before), outcome);
                    var now = new EndedCall(CallSituation.InboundMissed, after);
                    var patch = world.Compiled.Retag(logged, now, at);
                    var expected = world.Naive.AfterTagEvent(logged, now, at);
                    if ((patch.IsNeeded, patch.IsNeeded ? patch.Decision.Outcome?.Id : null) != expected)
                    {
                        Assert.Fail($"{logged} with {now} at {at}: {patch} Read word for word: {expected}.\n{world.Rules}");
                    }
                }
            }
        }
    }

    private static Universe World(EquatableArray<OutcomeRule> rules, OutcomeName? standard) => new(
        new OutcomeRules
        {
            Rules = rules,
            Defaults = standard is null ? [] : [new(CallSituation.InboundMissed, standard)],
            Tags = WithoutTheFourth,
        },
        Events);
}
