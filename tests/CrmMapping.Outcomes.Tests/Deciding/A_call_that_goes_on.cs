namespace CrmMapping.Outcomes.Tests.Deciding;

[Trait("Rule", "T4")]
public sealed class A_call_that_goes_on
{
    [Fact]
    public void Has_no_outcome_as_there_is_nothing_to_ask_about_it() =>
        typeof(CompiledOutcomeRules).GetMethods().Concat(typeof(OutcomeRules).GetMethods())
            .Where(static method => method.ReturnType == typeof(OutcomeDecision) || method.ReturnType == typeof(OutcomePatch))
            .Should().NotBeEmpty().And.OnlyContain(static method => method.GetParameters()
                .Any(parameter => parameter.ParameterType == typeof(EndedCall).MakeByRefType() || parameter.ParameterType == typeof(LoggedCall).MakeByRefType()));
}
