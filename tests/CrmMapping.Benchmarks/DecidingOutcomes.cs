using BenchmarkDotNet.Attributes;
using CrmMapping.Outcomes;
using NodaTime;

namespace CrmMapping.Benchmarks;

/// <summary>Deciding the outcome of a call of twenty tags under a thousand rules. Aims: less than a microsecond, and no memory.</summary>
[MemoryDiagnoser]
public class DecidingOutcomes
{
    private const int Rules = 1000;
    private const int Tags = 20;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 12, 0);

    private CompiledOutcomeRules _rules = null!;
    private EndedCall _call;

    /// <summary>How many of the call's tags have a rule.</summary>
    [Params(0, 1, Tags)]
    public int Mapped { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var outcome = new OutcomeName("73a0d17f-1163-4015-bdd5-ec830791da20", "No answer");
        var history = OutcomeHistory.Unread
            .Observe([], Now - Duration.FromDays(2))
            .Observe([new FieldOption(outcome.Id, outcome.Label)], Now - Duration.FromDays(1));
        _rules = new OutcomeRules
        {
            Rules = Enumerable.Range(0, Rules).Select(n => new OutcomeRule(new CallTag(n * 7919L, $"tag {n}"), outcome, Now)).ToEquatableArray(),
            Outcomes = history,
        }.Compile();
        _call = new EndedCall(
            CallSituation.OutboundAnswered, [.. Enumerable.Range(0, Tags).Select(n => (n * 49 * 7919L) + (n < Mapped ? 0 : 1))]);
        if (Evaluate().Reason != (Mapped == 0 ? OutcomeReason.NoMappedTag : OutcomeReason.Rule) || Evaluate().Explain().Rules.Count != Mapped)
        {
            throw new InvalidOperationException($"The decision is not what is measured: {Evaluate()}");
        }
    }

    [Benchmark]
    public OutcomeDecision Evaluate() => _rules.Evaluate(_call, Now);
}
