using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CrmMapping.Outcomes.Tests.Deciding;

/// <summary>Worlds at random, with times on a grid so coarse that they meet at the edges of the delay.</summary>
[Trait("Rule", "T3"), Trait("Rule", "T6"), Trait("Rule", "T8")]
public sealed class Any_world
{
    private static readonly long[] Tags = [1, 2, 3, 4, 5];

    [Fact]
    public void Gives_every_call_the_outcome_that_the_rules_give_it_when_they_are_read_word_for_word() => Holds(static world =>
        Everything(world).All(each => world.Compiled.Evaluate(each.Call, each.At).Outcome?.Id == world.Naive.Evaluate(each.Call, each.At)));

    [Fact]
    public void Gives_every_call_a_reason_that_fits_its_outcome() => Holds(static world => Everything(world).All(each =>
    {
        var decision = world.Compiled.Evaluate(each.Call, each.At);
        var why = decision.Explain();
        var counted = why.Rules.Where(static rule => rule.Counted).Select(static rule => rule.Rule.Outcome).Distinct().ToList();
        return decision == world.Rules.Evaluate(each.Call, each.At)
            && (why.Outcome, why.Reason) == (decision.Outcome, decision.Reason)
            && decision.Reason == (why.Rules.Count == 0 ? OutcomeReason.NoMappedTag : counted.Count switch
            {
                0 => OutcomeReason.NoRuleInForce,
                1 => OutcomeReason.Rule,
                _ => OutcomeReason.AmbiguousTags,
            })
            && (decision.Reason == OutcomeReason.Rule ? decision.Outcome == counted[0] : decision.Outcome is null || decision.Outcome.Id == why.Default?.Id);
    }));

    [Fact]
    public void Is_told_by_the_pairs_that_contradict_each_other() => Holds(static world => world.Edges.All(since =>
    {
        var pairs = OutcomeReport.Of(world.Rules, since).AmbiguousPairs.ToList();
        var later = world.Edges.Where(at => at >= since).ToList();
        return later.All(at => Universe.Sets(Tags).All(set => IsAmbiguous(world, set, at)
                == pairs.Any(pair => set.Contains(pair.First.Tag.Id) && set.Contains(pair.Second.Tag.Id) && Counts(world, pair, at))))
            && pairs.All(pair => later.Any(at => Counts(world, pair, at)));
    }), rounds: 60);

    [Fact]
    public void Decides_the_same_without_the_rules_that_are_in_vain_and_otherwise_without_any_other() => Holds(static world => world.Edges.All(since =>
    {
        var inVain = OutcomeReport.Of(world.Rules, since).Findings.Where(static finding => finding.IsInVain).Select(static finding => finding.Rule!.Tag.Id).ToHashSet();
        return world.Rules.Rules.All(rule => inVain.Contains(rule.Tag.Id) == DecidesTheSameWithout(world, rule, since));
    }), rounds: 60);

    private static bool DecidesTheSameWithout(Universe world, OutcomeRule rule, Instant since)
    {
        var without = (world.Rules with { Rules = world.Rules.Rules.Where(other => other != rule).ToEquatableArray() }).Compile();
        return Everything(world, since).All(each => world.Compiled.Evaluate(each.Call, each.At).Outcome == without.Evaluate(each.Call, each.At).Outcome);
    }

    private static bool IsAmbiguous(Universe world, long[] set, Instant at) =>
        world.Compiled.Evaluate(new EndedCall(CallSituation.InboundMissed, set), at).Reason == OutcomeReason.AmbiguousTags;

    private static bool Counts(Universe world, AmbiguousPair pair, Instant at) =>
        world.Rules.StateOf(pair.First, at) is RuleState.InForce or RuleState.Expiring
        && world.Rules.StateOf(pair.Second, at) is RuleState.InForce or RuleState.Expiring;

    private static IEnumerable<(EndedCall Call, Instant At)> Everything(Universe world, Instant? since = null) =>
        from at in world.Edges
        where since is null || at >= since
        from set in Universe.Sets(Tags)
        from situation in Enum.GetValues<CallSituation>()
        select (new EndedCall(situation, set), at);

    // A failure prints the seed and the world.
    private static void Holds(Func<Universe, bool> law, int rounds = 100) =>
        Prop.ForAll(Arb.From(Worlds), law).Check(Config.QuickThrowOnFailure.WithMaxTest(rounds));

    private static Gen<Instant> Times => Gen.Choose(-6, 6).Select(static half => At.Minute(30 * half));

    private static Gen<OutcomeName> OutcomeNames => Gen.Elements(Universe.AllOutcomes);

    private static Gen<OutcomeRule?> RuleOf(long tag) =>
        from outcome in OutcomeNames
        from at in Times
        from isThere in Gen.Choose(0, 3)
        select isThere == 0 ? null : new OutcomeRule(new CallTag(tag, $"tag {tag}"), outcome, at);

    private static Gen<List<CrmEvent>> EventsOf(string outcome) =>
        from isThere in Gen.Elements(true, false)
        from times in Gen.Choose(-6, 6).ListOf(3)
        from renames in Gen.Elements(true, false).ListOf(3)
        select Story(outcome, isThere, [.. times.Distinct().Order()], [.. renames]);

    private static Gen<Universe> Worlds =>
        from rules in Gen.CollectToList(Tags, RuleOf)
        from standard in Gen.CollectToList(Enum.GetValues<CallSituation>(), static situation =>
            from outcome in OutcomeNames from isThere in Gen.Choose(0, 4) select isThere == 0 ? null : new SituationDefault(situation, outcome))
        from oneDefault in Gen.Choose(0, 2)
        from events in Gen.CollectToList(Universe.AllOutcomes, static outcome => EventsOf(outcome.Id))
        from minutes in Gen.Elements(0, 30, 60)
        from tags in Gen.SubListOf(Tags)
        select new Universe(
            new OutcomeRules
            {
                Rules = rules.OfType<OutcomeRule>().ToEquatableArray(),
                Defaults = oneDefault == 0
                    ? Enum.GetValues<CallSituation>().Select(static situation => new SituationDefault(situation, Universe.AllOutcomes[0])).ToEquatableArray()
                    : standard.OfType<SituationDefault>().ToEquatableArray(),
                Delay = Duration.FromMinutes(minutes),
                Tags = TagList.Of(tags.Select(static tag => new CallTag(tag, $"tag {tag}"))),
            },
            [.. events.SelectMany(static each => each)]);

    // Of an outcome that is there, an event renames or deletes it; one that is not there is created.
    private static List<CrmEvent> Story(string outcome, bool isThere, int[] times, bool[] renames)
    {
        var story = new List<CrmEvent>();
        foreach (var (time, isRenamed) in times.Zip(renames))
        {
            var kind = !isThere ? CrmEventKind.Created : isRenamed ? CrmEventKind.Renamed : CrmEventKind.Deleted;
            story.Add(new CrmEvent(kind, outcome, At.Minute(30 * time)));
            isThere = kind != CrmEventKind.Deleted;
        }

        return story;
    }
}
