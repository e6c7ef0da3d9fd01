namespace CrmMapping.EndToEnd.Tests;

public sealed class A_day_of_calls : IDisposable
{
    private readonly SampleProgram _program = new();

    [Fact, Trait("Rule", "T3"), Trait("Rule", "T5"), Trait("Rule", "T6"), Trait("Rule", "T8")]
    public async Task Is_played_from_Aircall_to_HubSpot_and_every_outcome_is_the_one_that_was_told()
    {
        var run = await _program.RunAsync("outcomes");

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should()
            .MatchRegex("09:10 .*'bad call' +No answer +'bad call' gives it")
            .And.MatchRegex("09:30 .*Connected +the default of OutboundAnswered, as 'bad call' and 'sold' give distinct outcomes")
            .And.MatchRegex("10:20 .*deleted in Aircall +Busy")
            .And.MatchRegex("11:00 .*Closed").And.MatchRegex("11:45 .*Connected")
            .And.MatchRegex("callback +→ Busy +Deleted tag").And.MatchRegex("sold +→ Closed +Deleted outcome")
            .And.Contain("3 calls changed, as it was shown");
    }

    [Fact]
    public async Task Takes_no_options_of_other_stories()
    {
        var run = await _program.RunAsync("outcomes", "--count", "3");

        run.ExitCode.Should().Be(2);
        run.ErrorLine.Should().Contain("--count");
    }

    public void Dispose() => _program.Dispose();
}
