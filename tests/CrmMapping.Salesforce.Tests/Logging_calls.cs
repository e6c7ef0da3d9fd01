using CrmMapping.Emulators;
using NodaTime;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests;

public sealed class Logging_calls
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    [Fact]
    public async Task Makes_a_completed_task_of_each_in_one_request()
    {
        await using var account = await OpenAsync();
        var (ada, lead) = (account.Create("Ada"), account.CreateLead("Bob"));
        var user = account.Emulator.Users.Add("lee@example.com", "Lee", "Ng").Id;

        var results = await Log(account, Call(ada, "a/call:1") with { OwnerId = user }, Call(lead, "a/call:2") with { RecordType = RecordType.Lead, Outcome = null }, Message(ada));

        results.Select(result => result.Outcome).Should().AllBeEquivalentTo(CrmWriteOutcome.Written);
        account.Emulator.RequestCount.Should().Be(1);
        var task = account.Emulator.Tasks.Find(results[0].Id!)!;
        new[] { "WhoId", "Subject", "Status", "TaskSubtype", "CallType", "CallDurationInSeconds", "CallDisposition", "CallObject", "ActivityDate", "OwnerId" }
            .Select(field => task[field]).Should()
            .Equal(ada, "Outbound call, answered", "Completed", "Call", "Outbound", "95", "Connected", "a/call:1", "2026-11-23", user);
        task["Description"]!.ReplaceLineEndings("\n").Should().Be("User: Lee\nTime: 2026-11-23 12:00 UTC\nFrom: +15125550100\nTo: +14155550123");
        account.Emulator.Tasks.Find(results[1].Id!)!["WhoId"].Should().Be(lead);
        account.Emulator.Tasks.Find(results[1].Id!)!["CallDisposition"].Should().BeNull();
        account.Emulator.Tasks.Find(results[2].Id!)!["Description"]!.ReplaceLineEndings("\n").Should().Be("Hello\nTime: 2026-11-23 12:00 UTC\nFrom: +14155550123");
    }

    [Fact]
    public async Task Cuts_a_text_that_is_too_long_and_keeps_the_time_and_the_numbers()
    {
        await using var account = await OpenAsync();

        var result = (await Log(account, Message(account.Create("Ada")) with { Body = string.Concat(Enumerable.Repeat("😀", 20_000)) })).Single();

        var text = account.Emulator.Tasks.Find(result.Id!)!["Description"]!.ReplaceLineEndings("\n");
        text.Should().StartWith("😀").And.EndWith("😀\nTime: 2026-11-23 12:00 UTC\nFrom: +14155550123");
        text.ReplaceLineEndings("\r\n").Length.Should().BeInRange(31_999, 32_000);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Makes_none_twice_when_an_answer_was_lost()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("Ada");
        account.Emulator.Faults.Next(FaultKind.LostAnswer, "/composite/sobjects");

        var lost = await Log(account, Call(ada, "a/call:1"));
        var again = await Log(account, Call(ada, "a/call:1") with { MayExist = true }, Call(ada, "a/call:2") with { MayExist = true });

        lost.Single().Outcome.Should().Be(CrmWriteOutcome.Unanswered);
        again.Select(result => result.Outcome).Should().Equal(CrmWriteOutcome.AlreadyExists, CrmWriteOutcome.Written);
        account.Emulator.Tasks.All.Select(task => task["CallObject"]).Should().Equal("a/call:1", "a/call:2");
        again[0].Id.Should().Be(account.Emulator.Tasks.All[0].Id);
    }

    [Fact, Trait("Rule", "T5")]
    public async Task Changes_an_outcome_and_takes_it_away()
    {
        await using var account = await OpenAsync();
        var task = (await Log(account, Call(account.Create("Ada"), "a/call:1"))).Single().Id!;

        (await Log(account, Change(task, "No answer"))).Single().Outcome.Should().Be(CrmWriteOutcome.Written);
        (await Outcomes(account, task))[task].Should().Be("No answer");
        (await Log(account, Change(task, null))).Single().Outcome.Should().Be(CrmWriteOutcome.Written);
        (await Outcomes(account, task))[task].Should().BeNull();
    }

    [Fact]
    public async Task Says_what_is_gone_and_writes_the_others()
    {
        await using var account = await OpenAsync();
        var (ada, bob) = (account.Create("Ada"), account.Create("Bob"));
        var task = (await Log(account, Call(ada, "a/call:1"))).Single().Id!;
        account.Emulator.Tasks.Delete(task);
        account.Emulator.Contacts.Delete(bob);

        var results = await Log(account, Change(task, "No answer"), Call(bob, "a/call:2"), Call(ada, "a/call:3"));

        results.Select(result => result.Outcome).Should().Equal(CrmWriteOutcome.NotFound, CrmWriteOutcome.NotFound, CrmWriteOutcome.Written);
        (await Outcomes(account, task)).Should().BeEmpty();
    }

    [Fact]
    public async Task Leaves_a_call_of_a_user_who_was_deactivated_to_the_integration_user()
    {
        await using var account = await OpenAsync();
        var user = account.Emulator.Users.Add("lee@example.com", "Lee", "Ng").Id;
        account.Emulator.Users.Deactivate(user);

        var result = (await Log(account, Call(account.Create("Ada"), "a/call:1") with { OwnerId = user })).Single();

        result.Outcome.Should().Be(CrmWriteOutcome.Written);
        account.Emulator.Tasks.Find(result.Id!)!["OwnerId"].Should().Be(account.Emulator.Users.IntegrationUserId);
    }

    [Fact]
    public async Task Tells_of_a_call_that_salesforce_refuses_and_logs_the_others()
    {
        await using var account = await OpenAsync();
        account.Emulator.ValidationRules = [new SalesforceValidationRule("Task", "CallDisposition", "Connected", "No such calls.")];
        var ada = account.Create("Ada");

        var results = await Log(account, Call(ada, "a/call:1"), Call(ada, "a/call:2") with { Outcome = "Busy" });

        results.Select(result => result.Outcome).Should().Equal(CrmWriteOutcome.Refused, CrmWriteOutcome.Written);
        results[0].Message.Should().Be("Salesforce answered FIELD_CUSTOM_VALIDATION_EXCEPTION.");
    }

    [Fact, Trait("Rule", "T7")]
    public async Task Offers_the_outcomes_that_the_application_names()
    {
        await using var account = await OpenAsync(configure: options => options.CallOutcomes = ["Connected", "No answer"]);

        (await ((IReadsCallDispositions)account.Session).ReadCallDispositionsAsync(default)).Should()
            .Equal(new FieldOption("Connected", "Connected"), new FieldOption("No answer", "No answer"));
    }

    private static Task<IReadOnlyList<CrmWriteResult>> Log(SalesforceAccount account, params ActivityWrite[] writes) =>
        ((ICallLog)account.Session).LogAsync(writes, default);

    private static Task<IReadOnlyDictionary<string, string?>> Outcomes(SalesforceAccount account, params string[] ids) =>
        ((ICallLog)account.Session).ReadOutcomesAsync(ids, default);

    private static OutcomeChange Change(string task, string? outcome) => new() { Key = "a/call:1", ActivityId = task, Outcome = outcome };

    private static CallLogging Call(string record, string key) => new()
    {
        Key = key,
        RecordId = record,
        RecordType = RecordType.Contact,
        Direction = CallDirection.Outbound,
        At = Noon,
        Title = "Outbound call, answered",
        Body = "User: Lee",
        ContactNumber = "+14155550123",
        LineNumber = "+15125550100",
        Situation = CallSituation.OutboundAnswered,
        Length = Duration.FromSeconds(95),
        Outcome = "Connected",
    };

    private static MessageLogging Message(string record) => new()
    {
        Key = "a/message:1",
        RecordId = record,
        RecordType = RecordType.Contact,
        Direction = CallDirection.Inbound,
        At = Noon,
        Title = "Inbound text message",
        Body = "Hello",
        ContactNumber = "+14155550123",
    };
}
