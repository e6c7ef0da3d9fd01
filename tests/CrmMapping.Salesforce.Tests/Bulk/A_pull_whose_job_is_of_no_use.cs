using CrmMapping.Emulators;
using NodaTime;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests.Bulk;

public sealed class A_pull_whose_job_is_of_no_use
{
    [Theory, Trait("Rule", "S6")]
    [InlineData(403, "API_DISABLED_FOR_ORG")]
    [InlineData(400, "FEATURENOTENABLED")]
    [InlineData(400, "LIMIT_EXCEEDED")]
    [InlineData(403, "REQUEST_LIMIT_EXCEEDED")]
    public async Task Goes_on_by_queries_where_none_is_opened(int status, string code)
    {
        var log = new Lines();
        await using var account = await OpenAsync(configure: options => options.BulkPullThreshold = 2000, log: log);
        var ids = Pull.Many(account, 4500);
        account.Emulator.Faults.Next(
            new FaultAnswer { Status = status, Body = $$"""[{"message":"TotalRequests Limit exceeded.","errorCode":"{{code}}"}]""" }, "/jobs/query");

        using var first = await account.Session.ReadPageAsync(Fields, null, default);
        account.Time.Advance(TimeSpan.FromHours(1));
        var rest = await Pull.IdsAsync(account, first.Next);

        first.Select(record => record.Id).Concat(rest).Should().Equal(ids);
        log.Of(2400).Should().ContainSingle().Which.Should().StartWith("Salesforce: Salesforce opens no job for a pull");
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Goes_on_by_queries_where_it_fails()
    {
        var log = new Lines();
        await using var account = await OpenAsync(configure: options => options.BulkPullThreshold = 2000, log: log);
        Pull.Many(account, 4500);
        var cursor = await Pull.CursorAsync(account, pages: 1);
        account.Emulator.Fields.Change("Contact", "Phone", field => field with { IsHidden = true });

        (await Pull.IdsAsync(account, cursor)).Should().HaveCount(2500);

        log.Of(2402).Should().ContainSingle().Which.Should().Contain(" ended as Failed ");
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Goes_on_by_queries_where_a_person_aborted_it()
    {
        await using var account = await OpenAsync(configure: options => options.BulkPullThreshold = 2000);
        var ids = Pull.Many(account, 4500);
        var cursor = await Pull.CursorAsync(account, pages: 1);
        await Pull.DealAsync(account, cursor, HttpMethod.Patch, """{"state":"Aborted"}""");

        (await Pull.IdsAsync(account, cursor)).Should().Equal(ids.Skip(2000));

        account.Emulator.Requests.CountOf("bulkquery.create").Should().Be(1);
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Ends_one_that_runs_for_too_long()
    {
        await using var account = await OpenAsync(
            settings => settings with { PollsUntilJobIsDone = 1_000_000 }, options => options.BulkPullThreshold = 2000);
        var ids = Pull.Many(account, 4500);
        var cursor = await Pull.CursorAsync(account, pages: 1);

        (await Pull.IdsAsync(account, cursor)).Should().Equal(ids.Skip(2000));

        account.Emulator.Requests.CountOf("jobs.change").Should().Be(1);
    }

    [Theory, Trait("Rule", "S6")]
    [InlineData(12_500, 1)]
    [InlineData(14_500, 2)]
    public async Task Takes_another_for_what_is_left_where_it_is_gone_half_way(int records, int jobs)
    {
        await using var account = await OpenAsync(configure: options => options.BulkPullThreshold = 2000);
        var ids = Pull.Many(account, records);
        var cursor = await Pull.CursorAsync(account, pages: 2);
        await Pull.DealAsync(account, cursor, HttpMethod.Delete);

        (await Pull.IdsAsync(account, cursor)).Should().Equal(ids.Skip(12_000));

        account.Emulator.Requests.CountOf("bulkquery.create").Should().Be(jobs);
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Takes_another_where_the_process_was_away_for_days()
    {
        await using var account = await OpenAsync(
            settings => settings with { SessionTimeout = Duration.FromDays(5) }, options => options.BulkPullThreshold = 2000);
        var ids = Pull.Many(account, 12_500);
        var cursor = await Pull.CursorAsync(account, pages: 2);
        account.Time.Advance(TimeSpan.FromDays(3));
        account.Emulator.Contacts.Delete(ids[12_100]);
        account.Emulator.EmptyRecycleBin();

        (await Pull.IdsAsync(account, cursor)).Should().Equal(ids.Skip(12_000).Except([ids[12_100]]));
    }
}
