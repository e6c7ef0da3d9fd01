using CrmMapping.Emulators;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests;

public sealed class An_org_with_limits
{
    [Fact, Trait("Rule", "S4")]
    public async Task Is_left_alone_when_its_day_is_used_up()
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(Refusal("TotalRequests Limit exceeded."), "/query");

        var read = () => account.Session.ReadOwnersAsync(default);

        await read.Should().ThrowAsync<CrmException>().WithMessage("*limit of requests in 24 hours is used up; the window moves on by itself*");
        var requests = account.Emulator.RequestCount;
        await read.Should().ThrowAsync<CrmException>().Where(failure => failure.Failure == CrmFailure.Passing);
        account.Emulator.RequestCount.Should().Be(requests);

        account.Time.Advance(TimeSpan.FromMinutes(31));
        (await account.Session.ReadOwnersAsync(default)).Should().NotBeEmpty();
    }

    [Fact, Trait("Rule", "S4")]
    public async Task Is_waited_for_a_moment_when_too_many_long_requests_are_under_way()
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(Refusal("ConcurrentRequests (Concurrent API Requests) Limit exceeded."), "/query", count: 2);
        var before = account.Time.GetUtcNow();

        (await account.Session.ReadOwnersAsync(default)).Should().NotBeEmpty();

        (account.Time.GetUtcNow() - before).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(15));
    }

    [Theory]
    [InlineData("api-usage=15000/15000", true)]
    [InlineData("per-app-api-usage=17/17(appName=x), api-usage=20/15000", false)]
    [InlineData("", false)]
    public async Task Rests_once_an_answer_says_that_nothing_is_left(string header, bool rests)
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(new FaultAnswer
        {
            Status = 200, Body = """{"totalSize":0,"done":true,"records":[]}""", Headers = new Dictionary<string, string> { ["Sforce-Limit-Info"] = header },
        }, "/query");

        var read = () => account.Session.ReadOwnersAsync(default);

        await (rests ? read.Should().ThrowAsync<CrmException>() : (Task)read.Should().NotThrowAsync());
    }

    private static FaultAnswer Refusal(string message) => new()
    {
        Status = 403, Body = $$"""[{"message":"{{message}}","errorCode":"REQUEST_LIMIT_EXCEEDED"}]""",
    };
}
