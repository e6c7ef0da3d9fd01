namespace CrmMapping.Outcomes.Tests.Deciding;

public sealed class A_call_among_a_thousand_rules
{
    [Fact]
    public void Is_decided_without_a_byte_of_memory()
    {
        var rules = new OutcomeRules
        {
            Rules = Enumerable.Range(0, 1000).Select(static n => A.Rule(new CallTag(n, $"tag {n}"), A.NoAnswer)).ToEquatableArray(),
            Outcomes = A.Outcomes,
        }.Compile();
        var call = new EndedCall(CallSituation.OutboundAnswered, [.. Enumerable.Range(0, 20).Select(static n => n * 77L)]);
        var reason = rules.Evaluate(call, At.Noon).Reason;

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
        {
            reason = rules.Evaluate(call, At.Noon).Reason;
        }

        (GC.GetAllocatedBytesForCurrentThread() - before, reason).Should().Be((0, OutcomeReason.Rule));
    }
}
