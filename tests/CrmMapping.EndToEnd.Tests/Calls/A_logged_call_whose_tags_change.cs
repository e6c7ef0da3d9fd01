using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_logged_call_whose_tags_change
{
    [Fact, Trait("Rule", "T5")]
    public async Task Has_another_outcome_and_the_default_again_when_the_last_tag_is_gone()
    {
        await using var host = await StartAsync();
        var call = await host.TellAsync(host.Call("1"));

        call = await host.RetagAsync(call, PlayedTelephony.BadCall);
        host.Logged().Should().Equal("1: No answer");
        call = await host.RetagAsync(call, PlayedTelephony.BadCall, PlayedTelephony.Sold);
        host.Logged().Should().Equal("1: Connected");
        call = await host.RetagAsync(call, PlayedTelephony.Sold);
        host.Logged().Should().Equal("1: Closed");
        await host.RetagAsync(call);

        host.Logged().Should().Equal("1: Connected");
    }

    [Fact, Trait("Rule", "T5")]
    public async Task Is_not_written_while_the_outcome_stays()
    {
        await using var host = await StartAsync();
        var call = await host.TellAsync(host.Call("1", PlayedTelephony.BadCall));
        var requests = host.Host.Org.RequestCount;

        await host.RetagAsync(call, PlayedTelephony.BadCall, PlayedTelephony.NotThere);

        host.Host.Org.RequestCount.Should().Be(requests);
        host.Logged().Should().Equal("1: No answer");
    }

    [Fact, Trait("Rule", "T6")]
    public async Task Stays_when_its_tag_is_deleted()
    {
        await using var host = await StartAsync();
        await host.TellAsync(host.Call("1", PlayedTelephony.BadCall));

        host.Host.Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var call in host.Telephony.Delete(PlayedTelephony.BadCall, host.Now))
        {
            await host.TellAsync(call);
        }

        host.Logged().Should().Equal("1: No answer");
        (await host.Host.Sync.FindIssuesAsync()).Should().ContainSingle(issue => issue.Code == IssueCode.OutcomeNotFound)
            .Which.Message.Should().Contain("bad call");
    }

    [Fact, Trait("Rule", "T6")]
    public async Task Stays_when_its_rule_is_deleted_and_when_a_person_deleted_the_activity()
    {
        await using var host = await StartAsync();
        var call = await host.TellAsync(host.Call("1", PlayedTelephony.BadCall));
        var other = await host.TellAsync(host.Call("2", PlayedTelephony.BadCall));
        await EditAsync(host, draft => draft.DeleteRule(PlayedTelephony.BadCall.Id).IsAccepted.Should().BeTrue());

        await host.RetagAsync(call);
        host.Logged().Should().Equal("1: No answer", "2: No answer");
        host.Tasks.Delete(host.Tasks.All.Single(task => task["CallObject"]!.EndsWith('2')).Id);
        await host.RetagAsync(other, PlayedTelephony.Sold);

        host.Logged().Should().Equal("1: No answer");
    }

    [Fact, Trait("Rule", "T6")]
    public async Task Is_decided_anew_only_when_a_person_asks_and_as_it_was_shown()
    {
        await using var host = await StartAsync();
        await host.TellAsync(host.Call("1", PlayedTelephony.BadCall));
        await host.TellAsync(host.Call("2", PlayedTelephony.BadCall));
        await host.TellAsync(host.Call("3", PlayedTelephony.Sold));
        await EditAsync(host, draft => draft.DeleteRule(PlayedTelephony.BadCall.Id).IsAccepted.Should().BeTrue());
        var byHand = host.Tasks.All.Single(task => task["CallObject"]!.EndsWith('2')).Id;
        host.Tasks.Update(byHand, "CallDisposition", "Closed");

        var preview = await host.Host.RunAsync(sync => sync.StartPreviewAsync(OperationKind.ReevaluateCalls));
        host.Logged().Should().Equal("1: No answer", "2: Closed", "3: Closed");
        var run = (await host.Host.Sync.FindRunAsync(preview.Id))!;
        var lines = new List<string>();
        await foreach (var line in run.ReadLinesAsync())
        {
            lines.Add($"{line.Kind} {line.Subject}: {line.Text}");
        }

        await host.Host.RunAsync(sync => sync.ApplyPreviewAsync(preview.Id));

        preview.Message.Should().Be("1 outcomes would change, 1 left as somebody set them in the CRM.");
        lines.Should().BeEquivalentTo(
            "Planned call:1: No answer ⇒ Connected: the default of OutboundAnswered, as no tag of the call has a rule.",
            "Kept call:2: Left alone: somebody set 'Closed' in the CRM.");
        host.Logged().Should().Equal("1: Connected", "2: Closed", "3: Closed");
    }

    [Fact]
    public async Task Turns_out_to_have_been_a_message_that_was_left()
    {
        await using var host = await StartAsync();
        var missed = host.Call("1") with { Direction = CallDirection.Inbound, AnsweredAt = null };
        await host.TellAsync(missed);
        host.Logged().Should().Equal("1: -");

        await host.TellAsync(missed with { HasVoicemail = true, ToldAt = host.Now + Duration.FromSeconds(3) });

        host.Logged().Should().Equal("1: Left message");
    }

    private static async Task<CallHost> StartAsync()
    {
        var host = await CallHost.StartAsync();
        host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();
        return host;
    }

    private static async Task EditAsync(CallHost host, Action<Outcomes.OutcomeDraft> edit)
    {
        var rules = host.Host.Services.GetRequiredService<Outcomes.ICallOutcomeRules>();
        var draft = (await rules.ReadAsync("Salesforce")).Rules.Edit();
        edit(draft);
        (await rules.SaveAsync("Salesforce", draft, "ada")).IsSaved.Should().BeTrue();
    }
}
