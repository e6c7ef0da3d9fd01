using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class A_client_of_a_small_plan : PipedriveTests
{
    private const string Me = "/api/v1/users/me";

    protected override PipedriveEmulatorOptions Options => new()
    {
        BurstLimit = 3, OAuthBurstLimit = 2, SearchBurstLimit = 1, DailyTokens = 100, RefusalsUntilBlocked = 4,
    };

    [Fact]
    public async Task May_ask_so_often_in_two_seconds_and_is_told()
    {
        var replies = await Ask(4);
        Time.Advance(Duration.FromSeconds(2));
        var later = await Get(Me);

        replies.Select(reply => reply.Header("x-ratelimit-remaining")).Should().Equal("2", "1", "0", "0");
        (replies[0].Header("x-ratelimit-limit"), replies[3].Header("x-ratelimit-reset")).Should().Be(("3", "2"));
        replies[3].Status.Should().Be(HttpStatusCode.TooManyRequests);
        ((string?)replies[3]["error"], (int)replies[3]["errorCode"]!).Should().Be(("request over limit", 429));
        replies[3].Header("Retry-After").Should().BeNull("the vendor documents none");
        later.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Has_another_limit_with_oauth_and_one_more_for_searches()
    {
        (await Get($"{Persons}/search?term=ada")).Header("x-ratelimit-limit").Should().Be("1");
        (await Get($"{Persons}/search?term=ada")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await Get(Me)).Header("x-ratelimit-remaining").Should().Be("2", "searches count on their own");

        UseAccessToken(Emulator.Tokens.IssueAccessToken());
        (await Get(Me)).Header("x-ratelimit-limit").Should().Be("2");
    }

    [Theory]
    [InlineData("GET", Persons, 10)]
    [InlineData("POST", Persons, 5)]
    [InlineData("GET", Persons + "/1", 1)]
    [InlineData("PATCH", Persons + "/1", 5)]
    [InlineData("DELETE", Persons + "/1", 3)]
    [InlineData("GET", Persons + "/search?term=ada", 20)]
    [InlineData("GET", Fields, 10)]
    [InlineData("GET", "/api/v1/users", 20)]
    [InlineData("GET", Me, 2)]
    [InlineData("GET", "/api/v1/users/find?term=ada", 40)]
    [InlineData("POST", "/api/v1/webhooks", 10)]
    [InlineData("DELETE", "/api/v1/webhooks/1", 6)]
    public async Task Pays_for_each_request_what_the_vendor_asks(string method, string path, int cost)
    {
        Emulator.SpendTokens(100 - cost);

        var paid = await Send(new HttpMethod(method), path, method is "POST" or "PATCH" ? "{}" : null);
        Time.Advance(Duration.FromSeconds(2));
        var broke = await Get(Me);

        paid.Status.Should().NotBe(HttpStatusCode.TooManyRequests);
        broke.Status.Should().Be(HttpStatusCode.TooManyRequests);
        (broke.Header("x-daily-ratelimit-token-limit"), broke.Header("x-daily-ratelimit-token-remaining")).Should().Be(("100", "0"));
    }

    [Fact]
    public async Task Shares_the_day_with_others_and_gets_a_new_one_at_midnight()
    {
        Emulator.SpendTokens(99);
        var refused = await Get(Me);
        Time.Advance(Duration.FromHours(9) - Duration.FromSeconds(1));
        var beforeMidnight = await Get(Me);
        Time.Advance(Duration.FromSeconds(1));
        var afterMidnight = await Get(Me);

        refused.Header("x-daily-ratelimit-token-remaining").Should().Be("1");
        (refused.Status, beforeMidnight.Status, afterMidnight.Status)
            .Should().Be((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.OK));
    }

    [Fact]
    public async Task Sees_what_is_left_of_the_day_most_of_the_time()
    {
        List<string?> left = [];
        for (var i = 0; i < 40; i++)
        {
            Time.Advance(Duration.FromSeconds(2));
            left.Add((await Get(Me)).Header("x-daily-ratelimit-token-remaining"));
        }

        left.Should().Contain((string?)null).And.Contain("98");
        left.Where(text => text is not null).Select(text => int.Parse(text!)).Should().BeInDescendingOrder().And.HaveCountGreaterThan(25);
    }

    [Fact]
    public async Task Is_shut_out_with_a_page_for_people_when_it_does_not_listen()
    {
        var replies = await Ask(8);
        Time.Advance(Duration.FromSeconds(10));
        var later = await Get(Me);

        replies.Select(reply => (int)reply.Status).Should().Equal(200, 200, 200, 429, 429, 429, 429, 403);
        replies[7].Message.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        later.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Is_let_through_when_limits_are_off()
    {
        Emulator.LimitsEnabled = false;

        (await Ask(10)).Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Is_told_the_time_by_the_clock_of_the_service()
    {
        await using var emulator = await PipedriveEmulator.StartAsync(new PipedriveEmulatorOptions { Clock = Time, ClockSkew = Duration.FromMinutes(7) });

        var reply = await Get($"{emulator.BaseAddress}api/v1/users/me");

        reply.Message.Headers.Date.Should().Be(new DateTimeOffset(2026, 11, 2, 15, 7, 0, TimeSpan.Zero));
        emulator.Persons.Create([new("name", "Ines")]).AddedAt.Should().Be(Instant.FromUtc(2026, 11, 2, 15, 7));
    }

    private async Task<List<Reply>> Ask(int times)
    {
        List<Reply> replies = [];
        for (var i = 0; i < times; i++)
            replies.Add(await Get(Me));
        return replies;
    }
}
