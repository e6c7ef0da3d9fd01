using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests.HighLevel;

public sealed class A_location_with_many_requests : HighLevelTests
{
    protected override HighLevelEmulatorOptions Options => new() { BurstLimit = 3, DailyLimit = 10 };

    [Fact]
    public async Task Says_what_is_left()
    {
        var reply = await Ask();

        new[] { "X-RateLimit-Limit-Daily", "X-RateLimit-Daily-Remaining", "X-RateLimit-Interval-Milliseconds", "X-RateLimit-Max", "X-RateLimit-Remaining" }
            .Select(reply.Header).Should().Equal("10", "9", "10000", "3", "2");
        reply.Header("X-RateLimit-Daily-Reset").Should().Be($"{Duration.FromHours(9).TotalMilliseconds}");
    }

    [Fact]
    public async Task Refuses_the_fourth_within_ten_seconds_without_a_word_of_when()
    {
        var replies = new[] { await Ask(), await Ask(), await Ask(), await Ask() };
        Time.Advance(Duration.FromSeconds(10));
        var later = await Ask();

        replies.Append(later).Select(reply => (int)reply.Status).Should().Equal(200, 200, 200, 429, 200);
        (replies[3].Header("X-RateLimit-Remaining"), replies[3].Header("X-RateLimit-Daily-Remaining"), replies[3].Header("Retry-After")).Should().Be(("0", "7", null));
    }

    [Fact]
    public async Task Refuses_all_once_the_day_is_spent_until_the_next()
    {
        Emulator.SpendRequests(10);

        var spent = await Ask();
        Time.Advance(Duration.FromHours(9));
        var next = await Ask();

        (spent.Status, spent.Header("X-RateLimit-Daily-Remaining"), next.Status).Should().Be((HttpStatusCode.TooManyRequests, "0", HttpStatusCode.OK));
    }

    [Fact]
    public async Task Lets_all_through_without_limits()
    {
        Emulator.LimitsEnabled = false;

        for (var count = 0; count < 20; count++)
            (await Ask()).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Is_refused_by_a_fault_as_by_the_limit()
    {
        Emulator.Faults.Next(FaultKind.RateLimited);

        var refused = await Ask();

        (refused.Status, refused.Header("X-RateLimit-Remaining"), refused.Header("X-RateLimit-Interval-Milliseconds")).Should().Be((HttpStatusCode.TooManyRequests, "0", "10000"));
    }

    [Theory]
    [InlineData(FaultKind.ServerError, 500)]
    [InlineData(FaultKind.BadGateway, 502)]
    public async Task Meets_faults_that_write_nothing(FaultKind kind, int status)
    {
        Emulator.Faults.Next(kind);

        ((int)(await Create(new { firstName = "Mara" })).Status, Emulator.Contacts.Count).Should().Be((status, 0));
    }

    [Fact]
    public async Task Loses_a_yes_to_a_write_that_happened()
    {
        Emulator.Faults.Next(FaultKind.LostAnswer);

        await FluentActions.Awaiting(() => Create(new { firstName = "Mara" })).Should().ThrowAsync<HttpRequestException>();

        (Emulator.Contacts.Count, Emulator.Requests.CountOf("contacts.create")).Should().Be((1, 1));
    }

    private Task<Reply> Ask() => Get($"/locations/{Location}");
}
