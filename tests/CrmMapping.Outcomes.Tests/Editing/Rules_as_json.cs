using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CrmMapping.Outcomes.Tests.Editing;

public sealed class Rules_as_json
{
    [Fact]
    public void Are_written_for_people_to_read() => Snapshot.Verify(Encoding.UTF8.GetString(OutcomeRulesJson.Write(A.Rules)));

    [Fact]
    public void Come_back_as_they_were_whatever_they_hold() =>
        Prop.ForAll(Arb.From(AnyRules), static rules => OutcomeRulesJson.Read(OutcomeRulesJson.Write(rules)).Rules == rules)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Leave_out_what_was_read_of_the_accounts()
    {
        var read = OutcomeRulesJson.Read(OutcomeRulesJson.Write(A.Rules)).Rules!;

        (read.Outcomes, read.Tags).Should().Be((OutcomeHistory.Unread, TagList.Unread));
        (read with { Outcomes = A.Rules.Outcomes, Tags = A.Rules.Tags }).Should().Be(A.Rules);
    }

    [Fact]
    public void Are_read_with_a_byte_order_mark() =>
        OutcomeRulesJson.Read((byte[])[0xEF, 0xBB, 0xBF, .. OutcomeRulesJson.Write(A.Rules)]).ToString().Should().StartWith("Outcomes of calls, version 3\n");

    private static Gen<OutcomeName> Names =>
        from id in Gen.Elements("1", "a b", "ключ", "\"\\\n")
        from label in Gen.Elements("", "Connected", "👍 done", "<b>&'\"\u2028")
        select new OutcomeName(id, label);

    private static Gen<OutcomeRules> AnyRules =>
        from version in Gen.Choose(0, 1000)
        from situations in Gen.SubListOf(Enum.GetValues<CallSituation>())
        from defaults in Gen.CollectToList(situations, static situation => Names.Select(name => new SituationDefault(situation, name)))
        from tags in Gen.SubListOf(long.MinValue, -1, 0, 1, 678, long.MaxValue)
        from rules in Gen.CollectToList(tags, static tag =>
            from tagName in Names
            from outcome in Names
            from ticks in Gen.Choose(int.MinValue, int.MaxValue)
            from nanoseconds in Gen.Choose(0, 999_999_999)
            select new OutcomeRule(new CallTag(tag, tagName.Label), outcome, Instant.FromUnixTimeSeconds(ticks).PlusNanoseconds(nanoseconds)))
        select new OutcomeRules { Version = version, Defaults = defaults.ToEquatableArray(), Rules = rules.ToEquatableArray() };
}
