using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests;

public sealed class A_client_in_a_hurry : EmulatorTests
{
    private const string Account = "/account-info/v3/details";

    protected override HubSpotEmulatorOptions Options => new() { BurstLimit = 3, OAuthBurstLimit = 2, DailyLimit = 5 };

    [Fact]
    public async Task Is_told_how_much_is_left_and_refused_when_nothing_is()
    {
        var replies = new List<Reply>();
        for (var i = 0; i < 4; i++)
            replies.Add(await Get(Account));
        Time.Advance(Duration.FromSeconds(10));
        var later = await Get(Account);

        replies.Select(reply => reply.Header("X-HubSpot-RateLimit-Remaining")).Should().Equal("2", "1", "0", "0");
        replies[0].Header("X-HubSpot-RateLimit-Max").Should().Be("3");
        replies[0].Header("X-HubSpot-RateLimit-Interval-Milliseconds").Should().Be("10000");
        replies[0].Header("X-HubSpot-RateLimit-Daily-Remaining").Should().Be("4");
        replies[3].Status.Should().Be(HttpStatusCode.TooManyRequests);
        ((string?)replies[3]["policyName"]).Should().Be("TEN_SECONDLY_ROLLING");
        replies[3].Header("Retry-After").Should().BeNull("HubSpot documents none");
        later.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Waits_for_midnight_in_the_time_zone_of_the_account_when_the_day_is_used_up()
    {
        for (var i = 0; i < 5; i++)
        {
            (await Get(Account)).Status.Should().Be(HttpStatusCode.OK);
            Time.Advance(Duration.FromSeconds(10));
        }

        var refused = await Get(Account);
        Time.Advance(Duration.FromHours(13));
        var beforeMidnight = await Get(Account);
        Time.Advance(Duration.FromHours(1));
        var afterMidnight = await Get(Account);

        ((string?)refused["policyName"]).Should().Be("DAILY");
        beforeMidnight.Status.Should().Be(HttpStatusCode.TooManyRequests);
        afterMidnight.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Searches_five_times_a_second_without_a_word_about_limits()
    {
        var replies = new List<Reply>();
        for (var i = 0; i < 6; i++)
            replies.Add(await Search(new { }));
        Time.Advance(Duration.FromSeconds(1));
        var later = await Search(new { });

        replies.Take(5).Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK);
        replies[5].Status.Should().Be(HttpStatusCode.TooManyRequests);
        ((string?)replies[5]["message"]).Should().Be("You have reached your secondly limit.");
        replies.Should().OnlyContain(reply => reply.Header("X-HubSpot-RateLimit-Max") == null);
        later.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task By_OAuth_has_a_limit_of_its_own_and_no_daily_one()
    {
        UseToken(Emulator.OAuth.IssueAccessToken());

        var first = await Get(Account);

        first.Header("X-HubSpot-RateLimit-Max").Should().Be("2");
        first.Header("X-HubSpot-RateLimit-Daily").Should().BeNull();
    }

    [Fact]
    public async Task Is_told_the_time_by_the_clock_of_the_account()
    {
        var before = await Get(Account);
        Time.Advance(Duration.FromHours(1));
        var after = await Get(Account);

        before.Message.Headers.Date.Should().Be(Time.GetCurrentInstant().ToDateTimeOffset().AddHours(-1));
        after.Message.Headers.Date.Should().Be(Time.GetCurrentInstant().ToDateTimeOffset());
    }

    [Fact]
    public async Task Is_let_through_when_limits_are_off()
    {
        Emulator.LimitsEnabled = false;

        for (var i = 0; i < 10; i++)
            (await Get(Account)).Status.Should().Be(HttpStatusCode.OK);
    }
}
