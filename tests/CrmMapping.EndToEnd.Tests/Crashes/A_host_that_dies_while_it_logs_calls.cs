namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets a child process be told of calls and die after each of its effects in turn, and another host hear it all once more and go on.</summary>
public sealed class A_host_that_dies_while_it_logs_calls
{
    private readonly TestTime _time = TestTime.AtNoon();

    [Fact, Trait("Rule", "S1"), Trait("Rule", "T5")]
    public async Task Logs_and_counts_each_once_with_the_outcome_that_it_has_in_the_end()
    {
        var died = new List<string>();
        while (await KillAndTellAgainAsync(died.Count + 1) is { Length: > 0 } step)
        {
            died.Add(step);
            died.Count.Should().BeLessThan(80, "after its last effect it comes to its end");
        }

        // Telling and logging are two threads: one may meet the end of the other before its own next step, and say so.
        died.Should().Contain(["after-request", "after-crm-write", "after-commit", "after-local-write", "after-calls-write"]);
    }

    private async Task<string> KillAndTellAgainAsync(int count)
    {
        await using var crm = await SyncHost.StartCrmAsync(_time);
        var file = SyncHost.NewFile();
        try
        {
            await using (var before = await SyncHost.StartBesideAsync(crm, _time, file, Victim.Setup(file)))
            {
                before.AddToCrm("ada@example.com", "Ada", "+14155550101");
                before.AddToCrm("bob@example.com", "Bob", "+14155550102");
                await before.PullAsync();
            }

            var step = await new Victim(crm, _time, file, crm.AccessToken).RunAsync(ToldCalls.Operation, "", KillPoint.AfterAny, count);

            await using var next = await SyncHost.StartBesideAsync(crm, _time, file, new SyncSetup(SyncServices.Staffed, services =>
            {
                services.AddStaff(file);
                services.TrackCalls();
            }));
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await next.SyncToRestAsync();
            await ToldCalls.TellAsync(next.Services, patience.Token);
            await next.SyncToRestAsync();

            var labels = crm.CallOutcomes.All.ToDictionary(static outcome => outcome.Id, static outcome => outcome.Label);
            crm.Calls.All.Select(call => $"{call["hs_call_to_number"] ?? call["hs_call_from_number"]}: {labels[call["hs_call_disposition"]!]}").Order()
                .Should().Equal(["+14155550101: Left voicemail", "+14155550102: No answer"], $"it died at {step} ({count})");
            crm.Communications.Count.Should().Be(1, $"it died at {step} ({count})");
            next.CrmSide().Should().BeEquivalentTo(
                ["+14155550101 | ada@example.com | Ada | - | - | 1 calls, last Left voicemail; 1 messages", "+14155550102 | bob@example.com | Bob | - | - | 1 calls, last No answer; 0 messages"],
                $"it died at {step} ({count})");
            return step;
        }
        finally
        {
            SyncHost.Delete(file);
        }
    }
}
