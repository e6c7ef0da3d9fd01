using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class A_client_with_many_requests : SalesforceTests
{
    protected override SalesforceEmulatorOptions Options => new() { DailyLimit = 3 };

    [Fact]
    public async Task Is_counted_over_24_hours()
    {
        var infos = new List<string?>();
        for (var i = 0; i < 3; i++)
            infos.Add((await Get($"{Data}/limits")).Header("Sforce-Limit-Info"));
        var refused = await Get($"{Data}/limits");
        Time.Advance(Duration.FromHours(24));
        UseToken(Emulator.OAuth.IssueAccessToken());
        var later = await Get($"{Data}/limits");

        infos.Select(info => info!.Split(';')[0]).Should().Equal("api-usage=1/3", "api-usage=2/3", "api-usage=3/3");
        refused.Status.Should().Be(HttpStatusCode.Forbidden);
        refused.Body!.ToJsonString().Should().Be("""[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]""");
        refused.Message.Headers.RetryAfter.Should().BeNull();
        (later.Status, later.Header("Sforce-Limit-Info")!.Split(';')[0]).Should().Be((HttpStatusCode.OK, "api-usage=1/3"));
    }

    [Fact]
    public async Task Is_not_counted_when_limits_are_off_or_it_asks_for_tokens()
    {
        Emulator.LimitsEnabled = false;
        for (var i = 0; i < 5; i++)
            (await Get($"{Data}/limits")).Status.Should().Be(HttpStatusCode.OK);
        Emulator.LimitsEnabled = true;
        await Get("/services/data");

        (await Get($"{Data}/limits")).Header("Sforce-Limit-Info").Should().StartWith("api-usage=1/3");
    }

    [Fact]
    public async Task Is_sometimes_told_of_other_limits_too()
    {
        Emulator.LimitsEnabled = false;
        var infos = new List<string?>();
        for (var i = 0; i < 30; i++)
            infos.Add((await Get($"{Data}/limits")).Header("Sforce-Limit-Info"));

        infos.Distinct().Should().BeEquivalentTo("api-usage=0/3", "api-usage=0/3; per-app-api-usage=17/250(appName=sample-app)");
    }

    [Theory]
    [InlineData(FaultKind.RateLimited, 403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.")]
    [InlineData(FaultKind.ServerError, 500, "UNKNOWN_EXCEPTION", "An unexpected error occurred.")]
    public async Task Meets_faults_in_the_words_of_the_service(FaultKind kind, int status, string code, string message)
    {
        Emulator.Faults.Next(kind);

        var refused = await Get($"{Data}/limits");

        ((int)refused.Status, Code(refused), (string?)refused.Body![0]!["message"]).Should().Be((status, code, message));
    }

    [Fact]
    public async Task Meets_maintenance_as_a_page()
    {
        Emulator.Faults.Next(FaultKind.BadGateway);

        var refused = await Get($"{Data}/limits");

        (refused.Status, refused.Message.Content.Headers.ContentType!.MediaType).Should().Be((HttpStatusCode.ServiceUnavailable, "text/html"));
    }
}
