#pragma warning disable CS1591 // The names of tests are sentences.

using NodaTime;

namespace CrmMapping;

public abstract partial class CrmAdapterContract
{
    [Fact]
    public async Task A_call_and_a_message_are_logged_on_their_record_with_the_calls_outcome()
    {
        await using var crm = await OpenAsync();
        if (crm.Session is not ICallLog log)
        {
            Lacks(crm, CrmAbilities.CallLog);
            return;
        }

        var (ada, bob) = (crm.Create(1), crm.Create(2));
        var (outcome, _) = await OutcomesAsync(crm);

        var results = await log.LogAsync([CallOn(ada, 1) with { Outcome = outcome }, MessageOn(bob, 2), CallOn(bob, 3)], default);

        Assert.All(results, static result => Assert.Equal(CrmWriteOutcome.Written, result.Outcome));
        Assert.Equal([new CrmTestActivity(results[0].Id!, outcome)], crm.Account.ActivitiesOf(ada));
        Assert.Equal(
            new[] { results[1].Id!, results[2].Id! }.Order(StringComparer.Ordinal),
            crm.Account.ActivitiesOf(bob).Select(static activity => activity.Id).Order(StringComparer.Ordinal));
        Assert.Equal(outcome, (await log.ReadOutcomesAsync([results[0].Id!, results[2].Id!], default))[results[0].Id!]);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task An_activity_that_may_be_there_is_made_only_where_it_is_not_and_left_as_it_is()
    {
        await using var crm = await OpenAsync();
        if (crm.Session is not ICallLog log)
        {
            Lacks(crm, CrmAbilities.CallLog);
            return;
        }

        var ada = crm.Create(1);
        var (first, second) = await OutcomesAsync(crm);
        var made = await log.LogAsync([CallOn(ada, 1) with { Outcome = first }, MessageOn(ada, 2)], default);
        crm.Account.Pass(crm.Lag);

        var again = await log.LogAsync(
            [CallOn(ada, 1) with { MayExist = true, Outcome = second }, MessageOn(ada, 2) with { MayExist = true }, CallOn(ada, 3) with { MayExist = true }], default);

        Assert.Equal(
            [CrmWriteOutcome.AlreadyExists, CrmWriteOutcome.AlreadyExists, CrmWriteOutcome.Written], again.Select(static result => result.Outcome));
        Assert.Equal(made.Select(static result => result.Id), again.Take(2).Select(static result => result.Id));
        Assert.Equal(3, crm.Account.ActivitiesOf(ada).Count);
        Assert.Contains(new CrmTestActivity(made[0].Id!, first), crm.Account.ActivitiesOf(ada));
    }

    [Theory, Trait("Rule", "S1")]
    [InlineData(CrmTrouble.LostAnswer)]
    [InlineData(CrmTrouble.CutBody)]
    [InlineData(CrmTrouble.WebPage)]
    [InlineData(CrmTrouble.EmptyBody)]
    [InlineData(CrmTrouble.MalformedJson)]
    public async Task A_call_whose_logging_got_no_answer_is_told_as_such_and_not_logged_twice(CrmTrouble trouble)
    {
        await using var crm = await OpenAsync();
        if (crm.Session is not ICallLog log)
        {
            Lacks(crm, CrmAbilities.CallLog);
            return;
        }

        var ada = crm.Create(1);
        await log.LogAsync([CallOn(ada, 0)], default);
        crm.Account.Meet(trouble, CrmCall.LogActivity);

        var result = Assert.Single(await log.LogAsync([CallOn(ada, 1)], default));
        crm.Account.Pass(crm.Lag);
        var again = Assert.Single(await log.LogAsync([CallOn(ada, 1) with { MayExist = true }], default));

        Assert.Equal((1, CrmWriteOutcome.Unanswered, CrmWriteOutcome.AlreadyExists), (crm.Account.TroubleMet, result.Outcome, again.Outcome));
        Assert.Equal(2, crm.Account.ActivitiesOf(ada).Count);
    }

    [Fact, Trait("Rule", "S3")]
    public async Task Nothing_of_a_call_and_no_secret_is_told_when_logging_goes_wrong()
    {
        await using var crm = await OpenAsync();
        if (crm.Session is not ICallLog log)
        {
            Lacks(crm, CrmAbilities.CallLog);
            return;
        }

        var ada = crm.Create(1);
        var number = 0;
        foreach (var trouble in Enum.GetValues<CrmTrouble>())
        {
            crm.Account.Meet(trouble, CrmCall.LogActivity, times: 50);
            IReadOnlyList<CrmWriteResult> results = [];
            var failed = await Record.ExceptionAsync(async () => results = await log.LogAsync([CallOn(ada, ++number)], default));
            Recover(crm);
            TellsNoSecret(crm, [$"{failed}", .. results.Select(static result => $"{result.Message}")]);
        }

        Assert.DoesNotContain(crm.Account.Logged, static line => line.Contains("12152000001", StringComparison.Ordinal));
    }

    [Fact, Trait("Rule", "S3")]
    public async Task Wrong_credentials_need_a_person_before_anything_is_logged()
    {
        await using var crm = await OpenAsync(new CrmTestOptions { Credentials = CrmTestCredentials.Wrong });
        if (crm.Session is not ICallLog log)
        {
            Lacks(crm, CrmAbilities.CallLog);
            return;
        }

        var ada = crm.Create(1);

        Told(crm, CrmFailure.Credentials, await Assert.ThrowsAsync<CrmException>(() => log.LogAsync([CallOn(ada, 1)], default)));
        Assert.Empty(crm.Account.ActivitiesOf(ada));
    }

    [Fact, Trait("Rule", "T5")]
    public async Task An_outcome_is_changed_and_taken_away()
    {
        await using var crm = await OpenAsync();
        if (crm.Session is not ICallLog log)
        {
            Lacks(crm, CrmAbilities.CallLog);
            return;
        }

        var ada = crm.Create(1);
        var (first, second) = await OutcomesAsync(crm);
        var id = Assert.Single(await log.LogAsync([CallOn(ada, 1) with { Outcome = first }], default)).Id!;

        foreach (var outcome in new[] { second, null, first })
        {
            var result = Assert.Single(await log.LogAsync([new OutcomeChange { Key = KeyOf(1), ActivityId = id, Outcome = outcome }], default));
            Assert.Equal((CrmWriteOutcome.Written, id), (result.Outcome, result.Id));
            Assert.Equal([new CrmTestActivity(id, outcome)], crm.Account.ActivitiesOf(ada));
            Assert.Equal(outcome, (await log.ReadOutcomesAsync([id], default))[id]);
        }
    }

    [Fact]
    public async Task An_activity_and_a_record_that_are_gone_are_told_as_such_and_the_others_are_written()
    {
        await using var crm = await OpenAsync();
        if (crm.Session is not ICallLog log)
        {
            Lacks(crm, CrmAbilities.CallLog);
            return;
        }

        var (ada, gone) = (crm.Create(1), crm.Create(2));
        var (outcome, _) = await OutcomesAsync(crm);
        var id = Assert.Single(await log.LogAsync([CallOn(ada, 1)], default)).Id!;
        crm.Account.RemoveActivity(id);
        crm.Account.Archive(gone);

        var results = await log.LogAsync(
            [new OutcomeChange { Key = KeyOf(1), ActivityId = id, Outcome = outcome }, CallOn(gone, 2), CallOn(ada, 3)], default);

        Assert.Equal([CrmWriteOutcome.NotFound, CrmWriteOutcome.NotFound, CrmWriteOutcome.Written], results.Select(static result => result.Outcome));
        Assert.Empty(await log.ReadOutcomesAsync([id], default));
        Assert.Equal([results[2].Id!], crm.Account.ActivitiesOf(ada).Select(static activity => activity.Id));
    }

    [Fact]
    public async Task More_calls_than_one_request_can_log_are_all_logged_and_told_of_in_order()
    {
        await using var crm = await OpenAsync();
        if (crm.Session is not ICallLog log)
        {
            Lacks(crm, CrmAbilities.CallLog);
            return;
        }

        var ada = crm.Create(1);
        var results = await log.LogAsync([.. Enumerable.Range(0, crm.Account.Sizes.Batch + 5).Select(number => CallOn(ada, number))], default);
        var again = await log.LogAsync(
            [.. Enumerable.Range(0, crm.Account.Sizes.Batch + 5).Reverse().Select(number => CallOn(ada, number) with { MayExist = true })], default);

        Assert.All(results, static result => Assert.Equal(CrmWriteOutcome.Written, result.Outcome));
        Assert.Equal(results.Count, crm.Account.ActivitiesOf(ada).Count);
        Assert.Equal(results.Select(static result => result.Id).Reverse(), again.Select(static result => result.Id));
    }

    // Two that the CRM offers; none where it keeps no outcomes.
    private static async Task<(string? First, string? Second)> OutcomesAsync(OpenAccount crm)
    {
        var offered = crm.Session is IReadsCallDispositions reader ? await reader.ReadCallDispositionsAsync(default) : [];
        var values = offered.Where(static option => !option.Hidden).Select(static option => option.Value).Take(2).ToList();
        return (values.ElementAtOrDefault(0), values.ElementAtOrDefault(1));
    }

    private static string KeyOf(int number) => $"phones/call:{number}";

    private static CallLogging CallOn(string record, int number) => new()
    {
        Key = KeyOf(number),
        RecordId = record,
        RecordType = RecordType.Contact,
        Direction = CallDirection.Outbound,
        At = Instant.FromUtc(2026, 11, 23, 12, 0),
        Title = "Outbound call, answered",
        Body = "User: Lee",
        ContactNumber = "+12152000001",
        LineNumber = "+12152000002",
        Situation = CallSituation.OutboundAnswered,
        Length = Duration.FromSeconds(95),
    };

    private static MessageLogging MessageOn(string record, int number) => new()
    {
        Key = $"phones/message:{number}",
        RecordId = record,
        RecordType = RecordType.Contact,
        Direction = CallDirection.Inbound,
        At = Instant.FromUtc(2026, 11, 23, 12, 0),
        Title = "Inbound text message",
        Body = "Hello",
        ContactNumber = "+12152000001",
    };
}
