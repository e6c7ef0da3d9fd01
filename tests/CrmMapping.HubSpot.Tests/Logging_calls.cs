using CrmMapping.Emulators;
using NodaTime;
using static CrmMapping.HubSpot.Tests.HubSpotAccount;

namespace CrmMapping.HubSpot.Tests;

public sealed class Logging_calls
{
    private const string Connected = "f240bbac-87c9-4f6e-bf70-924b57d47db7";
    private const string NoAnswer = "73a0d17f-1163-4015-bdd5-ec830791da20";

    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    [Fact]
    public async Task Makes_a_call_of_each_with_milliseconds_numbers_by_direction_and_text_that_is_no_markup()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        var owner = account.Emulator.Owners.Add("lee@example.com", "Lee", "Ng").Id;

        var results = await Log(account,
            Call(ada, "a/call:1") with { OwnerId = owner, Body = "User: Lee\n<b>&", RecordingLink = new Uri("https://example.com/r/1") },
            Call(ada, "a/call:2") with { Direction = CallDirection.Inbound, Situation = CallSituation.InboundMissed, Outcome = null });

        results.Select(result => result.Outcome).Should().AllBeEquivalentTo(CrmWriteOutcome.Written);
        var calls = account.Emulator.Calls.All;
        calls.Select(call => call.Id).Should().Equal(results.Select(result => result.Id));
        calls.Should().OnlyContain(call => call.ContactIds.SequenceEqual(new[] { ada }));
        Shown(calls[0]).Should().Equal(
            "a/call:1", "2026-11-23T12:00:00.000Z", "Outbound call, answered", "User: Lee<br>&lt;b&gt;&amp;", "OUTBOUND", "COMPLETED", "95000",
            "+15125550100", "+14155550123", Connected, owner, "https://example.com/r/1");
        Shown(calls[1]).Should().Equal(
            "a/call:2", "2026-11-23T12:00:00.000Z", "Outbound call, answered", "User: Lee", "INBOUND", "NO_ANSWER", "95000",
            "+14155550123", "+15125550100", null, null, null);
    }

    [Fact]
    public async Task Takes_a_hundred_in_a_request_and_creates_the_property_of_the_keys_once()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");

        await Log(account, [.. Enumerable.Range(0, 100).Select(number => Call(ada, $"a/call:{number}"))]);
        account.Emulator.RequestCount.Should().Be(4, "the property is looked for, and its group, and it is created");
        await Log(account, [.. Enumerable.Range(100, 250).Select(number => Call(ada, $"a/call:{number}"))]);

        account.Emulator.RequestCount.Should().Be(7);
        account.Emulator.Calls.Count.Should().Be(350);
        await using var other = account.Open();
        await ((ICallLog)other).LogAsync([Call(ada, "a/call:1000")], default);
        account.Emulator.RequestCount.Should().Be(9, "it is there already");
    }

    [Fact]
    public async Task Makes_a_communication_of_a_text_message()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");

        var result = (await Log(account, Message(ada), Call(ada, "a/call:1")))[0];

        var message = account.Emulator.Communications.All.Single();
        (message.Id, message["hs_communication_channel_type"], message["hs_communication_logged_from"], message["crm_mapping_key"])
            .Should().Be((result.Id!, "SMS", "CRM", "a/message:1"));
        message["hs_communication_body"].Should().Be("Hello &lt;you&gt;<br>From: +14155550123");
        message.ContactIds.Should().Equal(ada);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Makes_none_twice_when_an_answer_was_lost()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        account.Emulator.Faults.Next(FaultKind.LostAnswer, "calls/batch/create");

        var lost = await Log(account, Call(ada, "a/call:1"));
        var again = await Log(account, Call(ada, "a/call:1") with { MayExist = true }, Call(ada, "a/call:2") with { MayExist = true });

        lost.Single().Outcome.Should().Be(CrmWriteOutcome.Unanswered);
        again.Select(result => result.Outcome).Should().Equal(CrmWriteOutcome.AlreadyExists, CrmWriteOutcome.Written);
        account.Emulator.Calls.All.Select(call => call["crm_mapping_key"]).Should().Equal("a/call:1", "a/call:2");
        again[0].Id.Should().Be(account.Emulator.Calls.All[0].Id);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Makes_none_twice_though_nobody_said_that_it_may_be_there()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        var first = (await Log(account, Call(ada, "a/call:1"))).Single();

        var results = await Log(account, Call(ada, "a/call:1"), Call(ada, "a/call:2"));

        results.Select(result => result.Outcome).Should().Equal(CrmWriteOutcome.AlreadyExists, CrmWriteOutcome.Written);
        results[0].Id.Should().Be(first.Id);
        account.Emulator.Calls.Count.Should().Be(2);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Makes_no_message_twice_when_an_answer_was_lost()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        account.Emulator.Faults.Next(FaultKind.LostAnswer, "communications/batch/create");

        (await Log(account, Message(ada))).Single().Outcome.Should().Be(CrmWriteOutcome.Unanswered);
        (await Log(account, Message(ada) with { MayExist = true })).Single().Outcome.Should().Be(CrmWriteOutcome.AlreadyExists);

        account.Emulator.Communications.Count.Should().Be(1);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Changes_an_outcome_though_an_answer_was_lost()
    {
        await using var account = await OpenAsync();
        var call = (await Log(account, Call(account.Create("ada@example.com"), "a/call:1"))).Single().Id!;
        account.Emulator.Faults.Next(FaultKind.LostAnswer, "calls/batch/update");

        (await Log(account, Change(call, NoAnswer))).Single().Outcome.Should().Be(CrmWriteOutcome.Written, "an update may be sent twice");

        (await Outcomes(account, call))[call].Should().Be(NoAnswer);
    }

    [Fact]
    public async Task Makes_the_others_of_a_batch_with_one_that_hubspot_does_not_take()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");

        var results = await Log(account, [.. Enumerable.Range(1, 5).Select(number => Call(ada, $"a/call:{number}") with { Outcome = number == 3 ? new string('x', 70_000) : Connected })]);

        results.Select(result => result.Outcome).Should().Equal(
            CrmWriteOutcome.Written, CrmWriteOutcome.Written, CrmWriteOutcome.Refused, CrmWriteOutcome.Written, CrmWriteOutcome.Written);
        results[2].Message.Should().StartWith("HubSpot answered ");
        account.Emulator.Calls.Count.Should().Be(4);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(70_000, true)]
    public async Task Cuts_a_text_that_hubspot_does_not_take_whole_and_keeps_the_numbers(int times, bool isCut)
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        var text = string.Concat(Enumerable.Repeat("<😀", times));

        await Log(account, Message(ada) with { Body = text }, Call(ada, "a/call:1") with { Body = text });

        var body = account.Emulator.Communications.All.Single()["hs_communication_body"]!;
        body.Should().StartWith("&lt;&#128512;").And.EndWith(isCut ? "…<br>From: +14155550123" : "&lt;&#128512;<br>From: +14155550123");
        body.Length.Should().BeLessThanOrEqualTo(65_536);
        account.Emulator.Calls.All.Single()["hs_call_body"]!.Should().EndWith(isCut ? "…" : ";");
    }

    [Fact]
    public async Task Says_how_to_get_the_property_that_it_may_not_create()
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(new FaultAnswer { Status = 403, Body = """{"status":"error","category":"MISSING_SCOPES","message":"m"}""" }, "calls/crm_mapping_key");

        var log = () => Log(account, Call(account.Create("ada@example.com"), "a/call:1"));

        var refused = (await log.Should().ThrowAsync<CrmException>()).WithMessage("Acme: HubSpot does not let the app read or create the property 'crm_mapping_key' of calls*create a single-line text property of that name*");
        refused.Which.Failure.Should().Be(CrmFailure.Permission);
        account.Emulator.Calls.Count.Should().Be(0);
    }

    [Fact]
    public async Task Uses_the_property_that_another_process_made_meanwhile()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        var processes = Enumerable.Range(0, 8).Select(_ => account.Open()).ToList();

        var results = await Task.WhenAll(processes.Select((process, number) => Task.Run(
            () => ((ICallLog)process).LogAsync([Call(ada, $"a/call:{number}")], default))));

        results.SelectMany(static result => result).Select(static result => result.Outcome).Should().AllBeEquivalentTo(CrmWriteOutcome.Written);
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }
    }

    [Fact, Trait("Rule", "T5")]
    public async Task Changes_an_outcome_and_takes_it_away()
    {
        await using var account = await OpenAsync();
        var call = (await Log(account, Call(account.Create("ada@example.com"), "a/call:1"))).Single().Id!;

        (await Log(account, Change(call, NoAnswer))).Single().Outcome.Should().Be(CrmWriteOutcome.Written);
        (await Outcomes(account, call))[call].Should().Be(NoAnswer);
        (await Log(account, Change(call, null))).Single().Outcome.Should().Be(CrmWriteOutcome.Written);
        (await Outcomes(account, call))[call].Should().BeNull();
    }

    [Fact]
    public async Task Says_what_is_gone_and_writes_the_others()
    {
        await using var account = await OpenAsync();
        var (ada, bob) = (account.Create("ada@example.com"), account.Create("bob@example.com"));
        var call = (await Log(account, Call(ada, "a/call:1"))).Single().Id!;
        account.Emulator.Calls.Archive(call);
        account.Emulator.Contacts.Archive(bob);

        var results = await Log(account, Change(call, NoAnswer), Call(bob, "a/call:2"), Call(ada, "a/call:3"));

        results.Select(result => result.Outcome).Should().Equal(CrmWriteOutcome.NotFound, CrmWriteOutcome.NotFound, CrmWriteOutcome.Written);
        (await Outcomes(account, call)).Should().BeEmpty();
    }

    [Fact]
    public async Task Leaves_a_call_of_an_owner_whom_hubspot_does_not_know_without_one()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");

        var results = await Log(account, Call(ada, "a/call:1") with { OwnerId = "999" }, Call(ada, "a/call:2"));

        results.Select(result => result.Outcome).Should().AllBeEquivalentTo(CrmWriteOutcome.Written);
        account.Emulator.Calls.All.Should().HaveCount(2).And.OnlyContain(call => call["hubspot_owner_id"] == null);
    }

    [Fact]
    public async Task Halves_a_batch_that_is_refused_as_a_whole()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        await Log(account, Call(ada, "a/call:0"));
        account.Emulator.Faults.Next(new FaultAnswer { Status = 400, Body = """{"status":"error","category":"VALIDATION_ERROR","message":"No."}""" }, "calls/batch/create", count: 2);

        var results = await Log(account, [.. Enumerable.Range(1, 4).Select(number => Call(ada, $"a/call:{number}"))]);

        results.Select(result => result.Outcome).Should().AllBeEquivalentTo(CrmWriteOutcome.Written);
        account.Emulator.Calls.Count.Should().Be(5);
    }

    [Fact]
    public async Task Is_refused_under_a_property_that_is_not_unique()
    {
        await using var account = await OpenAsync(configure: options => options.ActivityKeyProperty = "hs_call_title");

        var log = () => Log(account, Call(account.Create("ada@example.com"), "a/call:1"));

        (await log.Should().ThrowAsync<CrmException>()).WithMessage("Acme: HubSpot's property 'hs_call_title' of calls is not unique*");
        account.Emulator.Calls.Count.Should().Be(0);
    }

    [Fact, Trait("Rule", "T7")]
    public async Task Offers_the_outcomes_that_the_account_has_at_this_moment()
    {
        await using var account = await OpenAsync();
        var made = account.Emulator.CallOutcomes.Add("Sold");
        account.Emulator.CallOutcomes.Rename(NoAnswer, "Not reached");
        account.Emulator.CallOutcomes.Delete(Connected);

        var offered = await ((IReadsCallDispositions)account.Session).ReadCallDispositionsAsync(default);

        offered.Where(option => !option.Hidden).Select(option => option.Label).Should()
            .Equal("Busy", "Left live message", "Left voicemail", "Not reached", "Wrong number", "Sold");
        offered[^1].Value.Should().Be(made.Id);
    }

    private static Task<IReadOnlyList<CrmWriteResult>> Log(HubSpotAccount account, params ActivityWrite[] writes) =>
        ((ICallLog)account.Session).LogAsync(writes, default);

    private static Task<IReadOnlyDictionary<string, string?>> Outcomes(HubSpotAccount account, params string[] ids) =>
        ((ICallLog)account.Session).ReadOutcomesAsync(ids, default);

    private static OutcomeChange Change(string call, string? outcome) => new() { Key = "a/call:1", ActivityId = call, Outcome = outcome };

    private static IEnumerable<string?> Shown(HubSpotActivity call) => new[]
    {
        "crm_mapping_key", "hs_timestamp", "hs_call_title", "hs_call_body", "hs_call_direction", "hs_call_status", "hs_call_duration",
        "hs_call_from_number", "hs_call_to_number", "hs_call_disposition", "hubspot_owner_id", "hs_call_recording_url",
    }.Select(property => call[property]);

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
        Outcome = Connected,
    };

    private static MessageLogging Message(string record) => new()
    {
        Key = "a/message:1",
        RecordId = record,
        RecordType = RecordType.Contact,
        Direction = CallDirection.Inbound,
        At = Noon,
        Title = "Inbound text message",
        Body = "Hello <you>",
        ContactNumber = "+14155550123",
    };
}
