using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_call_that_ended
{
    [Fact, Trait("Rule", "T1"), Trait("Rule", "T2")]
    public async Task Is_logged_once_on_the_contact_with_its_number_with_the_outcome_of_how_it_ended()
    {
        await using var host = await CallHost.StartAsync();
        var ada = host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();

        await host.TellAsync(host.Call("1"));

        var task = host.Tasks.All.Single();
        new[] { task["WhoId"], task["Subject"], task["CallDisposition"], task["CallType"], task["CallDurationInSeconds"], task["CallObject"] }
            .Should().Equal(ada, "Outbound call, answered", "Connected", "Outbound", "100", "Phones/call:1");
        task["Description"].Should().Contain("User: Lee").And.Contain("From: +15125550100").And.Contain("To: +14155550101");
    }

    [Fact, Trait("Rule", "T3")]
    public async Task Has_the_outcome_of_its_tags_where_they_agree_on_one()
    {
        await using var host = await CallHost.StartAsync();
        host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();

        await host.TellAsync(host.Call("1", PlayedTelephony.BadCall));
        await host.TellAsync(host.Call("2", PlayedTelephony.BadCall, PlayedTelephony.NotThere));
        await host.TellAsync(host.Call("3", PlayedTelephony.BadCall, PlayedTelephony.Sold));

        host.Logged().Should().Equal("1: No answer", "2: No answer", "3: Connected");
    }

    [Fact, Trait("Rule", "T4")]
    public async Task Is_not_logged_before_its_end_and_then_with_the_tags_that_came_during_it()
    {
        await using var host = await CallHost.StartAsync();
        host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();
        var call = host.Call("1", PlayedTelephony.BadCall);

        await host.TellAsync(call with { EndedAt = null });
        host.Tasks.Count.Should().Be(0);
        await host.TellAsync(call with { ToldAt = host.Now + Duration.FromSeconds(1) });

        host.Logged().Should().Equal("1: No answer");
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_logged_once_however_often_and_late_it_is_told()
    {
        await using var host = await CallHost.StartAsync();
        host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();
        var call = await host.TellAsync(host.Call("1", PlayedTelephony.BadCall));

        await host.TellAsync(call);
        await host.TellAsync(call with { Tags = [], EndedAt = null, ToldAt = call.StartedAt });

        host.Logged().Should().Equal("1: No answer");
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_logged_once_when_the_answer_of_the_crm_was_lost()
    {
        await using var host = await CallHost.StartAsync();
        host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();
        host.Host.Org.Faults.Next(Emulators.FaultKind.LostAnswer, "/composite/sobjects");

        var call = await host.TellAsync(host.Call("1"));
        await host.RetagAsync(call, PlayedTelephony.BadCall);

        host.Logged().Should().Equal("1: No answer");
    }

    [Fact, Trait("Rule", "S1"), Trait("Rule", "T6")]
    public async Task Keeps_what_somebody_made_of_it_before_it_was_known_that_it_is_logged()
    {
        await using var host = await CallHost.StartAsync();
        host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();
        host.Host.Org.Faults.Next(Emulators.FaultKind.LostAnswer, "/composite/sobjects");
        var call = await host.TellAsync(host.Call("1"));
        host.Tasks.Update(host.Tasks.All.Single().Id, "CallDisposition", "Left message");

        host.Host.Time.Advance(TimeSpan.FromHours(1));
        await host.Host.RunAsync(sync => sync.SyncChangesAsync());
        await host.SettleAsync();
        host.Logged().Should().Equal("1: Left message");

        await host.RetagAsync(call, PlayedTelephony.Sold);
        host.Logged().Should().Equal("1: Closed");
    }

    [Fact]
    public async Task Waits_for_a_contact_with_its_number_and_says_so()
    {
        await using var host = await CallHost.StartAsync();
        await host.Host.PullAsync();

        await host.TellAsync(host.Call("1"));
        host.Tasks.Count.Should().Be(0);
        (await host.Host.Sync.FindIssuesAsync()).Should().ContainSingle(issue => issue.Code == IssueCode.CallsWaiting);

        host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();
        host.Host.Time.Advance(TimeSpan.FromHours(1));
        await host.Host.RunAsync(sync => sync.SyncChangesAsync());
        await host.SettleAsync();

        host.Logged().Should().Equal("1: Connected");
        (await host.Host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Is_left_out_when_no_contact_has_its_number_in_time()
    {
        await using var host = await CallHost.StartAsync(new CallSettings { LogCalls = true, WaitForContact = Duration.FromHours(2) });
        await host.Host.PullAsync();
        await host.TellAsync(host.Call("1"));

        host.Host.Time.Advance(TimeSpan.FromHours(3));
        await host.Host.RunAsync(sync => sync.SyncChangesAsync());
        await host.SettleAsync();

        (await host.Store.ReadPendingActivitiesAsync("Salesforce", Instant.MaxValue, 1, default)).Should().BeEmpty();
        (await host.Host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_a_number_that_several_contacts_have_is_logged_on_the_linked_one_and_tells_of_the_others()
    {
        await using var host = await CallHost.StartAsync();
        var ada = host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();
        var other = await host.Host.Contacts.AddAsync(new Customer { Phone = CallHost.Ada, FirstName = "Ida" });

        await host.TellAsync(host.Call("1"));

        host.Tasks.All.Single()["WhoId"].Should().Be(ada);
        var issue = (await host.Host.Sync.FindIssuesAsync()).Single(issue => issue.Code == IssueCode.CallOnSeveralContacts);
        issue.CrmId.Should().Be(ada);
        issue.Others.Should().Equal(other);
    }

    [Fact]
    public async Task Is_logged_on_a_record_that_is_not_linked_where_that_alone_has_its_number()
    {
        await using var host = await CallHost.StartAsync();
        var ada = host.Host.AddContact(CallHost.Ada, "Ada");

        await host.TellAsync(host.Call("1"));

        host.Tasks.All.Single()["WhoId"].Should().Be(ada);
    }

    [Fact]
    public async Task That_withheld_its_number_belongs_to_nobody()
    {
        await using var host = await CallHost.StartAsync();

        await host.TellAsync(host.Call("1") with { ContactNumber = "anonymous" });

        host.Tasks.Count.Should().Be(0);
        (await host.Store.ReadPendingActivitiesAsync("Salesforce", Instant.MaxValue, 1, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task That_the_crm_refuses_is_told_of_and_keeps_no_other_from_being_logged()
    {
        await using var host = await CallHost.StartAsync();
        host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();
        host.Host.Org.ValidationRules = [new Emulators.SalesforceValidationRule("Task", "CallDisposition", "Closed", "No such calls.")];

        await host.TellAsync(host.Call("1", PlayedTelephony.Sold));
        (await host.Host.Sync.FindIssuesAsync()).Should().ContainSingle(issue => issue.Code == IssueCode.CallRefused)
            .Which.Message.Should().Contain("call:1").And.Contain("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        await host.TellAsync(host.Call("2"));

        host.Logged().Should().Equal("2: Connected");
        (await host.Host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Waits_while_the_telephony_cannot_be_asked_for_its_tags()
    {
        await using var host = await CallHost.StartAsync();
        host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();
        host.Telephony.Failure = new CrmException(CrmFailure.Passing, "Phones", "is out of order.");

        await host.Calls.AcceptAsync(PlayedTelephony.Account.Name, [host.Telephony.Set(host.Call("1", PlayedTelephony.BadCall))]);
        await host.Host.RunAsync(sync => sync.SyncChangesAsync());
        host.Tasks.Count.Should().Be(0);
        host.Telephony.Failure = null;
        host.Host.Time.Advance(TimeSpan.FromMinutes(10));
        await host.SettleAsync();

        host.Logged().Should().Equal("1: No answer");
    }

    [Fact]
    public async Task Is_refused_for_an_account_that_there_is_not()
    {
        await using var host = await CallHost.StartAsync();

        var tell = () => host.Calls.AcceptAsync("Elsewhere", [host.Call("1")]);

        await tell.Should().ThrowAsync<ArgumentException>().WithMessage("There is no telephony account 'Elsewhere'*");
    }

    [Fact]
    public async Task Has_text_messages_beside_it_each_logged_once()
    {
        await using var host = await CallHost.StartAsync();
        host.Host.AddContact(CallHost.Ada, "Ada");
        await host.Host.PullAsync();
        var message = new TextMessage
        {
            Id = "7", Direction = CallDirection.Inbound, SentAt = host.Now, ContactNumber = "+1 415 555 0101", Text = "Call me.",
        };

        await host.Calls.AcceptAsync(PlayedTelephony.Account.Name, [], [message, message]);
        await host.Calls.AcceptAsync(PlayedTelephony.Account.Name, [], [message]);
        await host.SettleAsync();

        var task = host.Tasks.All.Single();
        (task["Subject"], task["CallObject"]).Should().Be(("Inbound text message", "Phones/message:7"));
        task["Description"].Should().StartWith("Call me.");
    }
}
