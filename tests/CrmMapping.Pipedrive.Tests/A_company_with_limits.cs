using CrmMapping.Emulators;
using NodaTime;
using static CrmMapping.Pipedrive.Tests.PipedriveAccount;

namespace CrmMapping.Pipedrive.Tests;

public sealed class A_company_with_limits
{
    [Fact, Trait("Rule", "S4")]
    public async Task Rests_until_midnight_when_its_day_is_used_up()
    {
        await using var account = await OpenAsync(static settings => settings with { DailyTokens = 100 });
        account.Emulator.SpendTokens(100);
        var read = () => account.Session.ReadOwnersAsync(default);

        var first = (await read.Should().ThrowAsync<CrmException>()).Which;
        await read.Should().ThrowAsync<CrmException>();

        first.Failure.Should().Be(CrmFailure.Passing);
        first.Message.Should().Contain("daily token budget").And.Contain("2026-06-02T00:00:05Z");
        account.Emulator.Requests.Count.Should().Be(1);
    }

    [Fact, Trait("Rule", "S4")]
    public async Task Works_again_after_midnight()
    {
        await using var account = await OpenAsync(static settings => settings with { DailyTokens = 100 });
        account.Emulator.SpendTokens(100);
        await account.Session.Invoking(static session => session.ReadOwnersAsync(default)).Should().ThrowAsync<CrmException>();

        account.Time.Advance(TimeSpan.FromHours(12.1));

        (await account.Session.ReadOwnersAsync(default)).Should().NotBeEmpty();
    }

    [Fact]
    public void Is_asked_each_hour_where_midnight_in_UTC_brought_nothing()
    {
        var day = new AccountDay();
        var noon = Instant.FromUtc(2026, 6, 1, 12, 0);

        var rests = new[] { day.Rest(noon), day.Rest(noon + Duration.FromHours(13)), day.Rest(noon + Duration.FromHours(35.5)), day.Rest(noon + Duration.FromDays(2)) };

        rests.Should().Equal(
            TimeSpan.FromHours(12) + TimeSpan.FromSeconds(5), TimeSpan.FromHours(1),
            TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(5), TimeSpan.FromHours(12) + TimeSpan.FromSeconds(5));
    }

    [Theory, Trait("Rule", "S4")]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("x-ratelimit-reset", "3", 3)]
    [InlineData("x-ratelimit-reset", "1780315209", 9)]
    [InlineData("x-other", "1", 2)]
    public async Task Waits_as_long_as_it_is_told(string header, string value, int seconds)
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(new FaultAnswer
        {
            Status = 429, Body = """{"success":false,"error":"Rate limit exceeded"}""", Headers = new Dictionary<string, string> { [header] = value },
        });
        var before = account.Time.GetCurrentInstant();

        await account.Session.ReadOwnersAsync(default);

        (account.Time.GetCurrentInstant() - before).Should().Be(Duration.FromSeconds(seconds));
    }

    [Fact]
    public async Task Is_blocked_at_the_edge_for_a_while_and_lacks_no_permission()
    {
        await using var account = await OpenAsync();
        var blocked = new FaultAnswer { Status = 403, Body = "<html>Access denied</html>", ContentType = "text/html" };
        account.Emulator.Faults.Next(blocked, count: 2);

        (await account.Session.ReadOwnersAsync(default)).Should().NotBeEmpty();
        account.Emulator.Faults.Next(blocked, count: 20);

        (await account.Session.Invoking(static session => session.ReadOwnersAsync(default)).Should().ThrowAsync<CrmException>())
            .Which.Failure.Should().Be(CrmFailure.Passing);
    }
}
