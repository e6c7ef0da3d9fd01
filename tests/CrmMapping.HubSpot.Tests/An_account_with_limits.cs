using CrmMapping.Emulators;
using static CrmMapping.HubSpot.Tests.HubSpotAccount;

namespace CrmMapping.HubSpot.Tests;

public sealed class An_account_with_limits
{
    [Fact, Trait("Rule", "S4")]
    public async Task Never_has_to_refuse_a_request_although_two_sessions_ask_at_once()
    {
        await using var account = await OpenAsync();
        var id = account.Create("ada@example.com");
        await using var other = account.Open();

        var reads = Enumerable.Range(0, 260).Select(number => Task.Run(async () =>
        {
            var session = number % 2 == 0 ? account.Session : other;
            using var page = await session.ReadAsync(Fields, [id], default);
            return page.Count;
        }));

        (await Task.WhenAll(reads)).Should().OnlyContain(count => count == 1);
        account.Emulator.Requests.ByStatus.Should().NotContainKey(429);
    }

    [Fact, Trait("Rule", "S4")]
    public async Task Never_has_to_refuse_a_search()
    {
        await using var account = await OpenAsync();

        var searches = Enumerable.Range(0, 30).Select(number => Task.Run(async () =>
        {
            using var page = await account.Session.FindAsync(Fields, [new MatchKey(MatchKeyKind.Phone, $"+1215555{number:0000}")], default);
        }));
        await Task.WhenAll(searches);

        account.Emulator.Requests.ByStatus.Should().NotContainKey(429);
    }

    [Fact, Trait("Rule", "S4")]
    public async Task Is_waited_for_when_it_refuses_all_the_same()
    {
        await using var account = await OpenAsync();
        var id = account.Create("ada@example.com");
        var before = account.Time.GetCurrentInstant();
        account.Emulator.Faults.Next(FaultKind.RateLimited, count: 2);

        using var page = await account.Session.ReadAsync(Fields, [id], default);

        page.Should().ContainSingle();
        (account.Time.GetCurrentInstant() - before).TotalSeconds.Should().BeGreaterThan(1);
    }

    [Fact, Trait("Rule", "S4")]
    public async Task Is_left_alone_when_its_day_is_used_up()
    {
        await using var account = await OpenAsync(options => options with { DailyLimit = 3 });
        var id = account.Create("ada@example.com");
        for (var number = 0; number < 3; number++)
        {
            using var page = await account.Session.ReadAsync(Fields, [id], default);
        }

        var read = () => account.Session.ReadAsync(Fields, [id], default);

        (await read.Should().ThrowAsync<CrmException>()).Which.Should().Match<CrmException>(
            failed => failed.Failure == CrmFailure.Passing && failed.Message.Contains("daily limit") && failed.Message.StartsWith("Acme: "));
        account.Emulator.Requests.ByStatus.Should().NotContainKey(429);
    }

    [Theory, Trait("Rule", "S4")]
    [InlineData("US/Eastern", "2026-06-02T04:00:05Z")]
    [InlineData("Asia/Tokyo", "2026-06-01T15:00:05Z")]
    [InlineData("Pacific/Chatham", "2026-06-02T11:15:05Z")]
    public async Task Is_left_alone_until_its_own_midnight(string zone, string midnight)
    {
        await using var account = await OpenAsync(options => options with { DailyLimit = 30, TimeZone = zone });
        var id = account.Create("ada@example.com");
        await ReadAsync(account, id, times: 27);
        await account.Session.DescribeAsync(RecordType.Contact, default);
        await ReadAsync(account, id);

        var read = () => ReadAsync(account, id);

        await read.Should().ThrowAsync<CrmException>().WithMessage(
            $"Acme: HubSpot's daily limit is used up until midnight in the account's time zone. It is asked again after {midnight}.");
        account.Time.Advance((NodaTime.Text.InstantPattern.General.Parse(midnight).Value - account.Time.GetCurrentInstant()).ToTimeSpan());
        await ReadAsync(account, id);
        account.Emulator.Requests.ByStatus.Should().NotContainKey(429);
    }

    [Fact, Trait("Rule", "S4")]
    public async Task Is_left_alone_until_midnight_when_others_used_its_day_up()
    {
        await using var account = await OpenAsync(options => options with { DailyLimit = 30 });
        await ReadAsync(account, account.Create("ada@example.com"), times: 27);
        await account.Session.DescribeAsync(RecordType.Contact, default);
        account.Emulator.Faults.Next(new FaultAnswer
        {
            Status = 429,
            Body = """{"status":"error","message":"You have reached your daily limit.","errorType":"RATE_LIMIT","policyName":"DAILY","requestId":"3d3e35b7"}""",
        });

        var read = () => ReadAsync(account, "1");

        await read.Should().ThrowAsync<CrmException>().WithMessage("*It is asked again after 2026-06-02T04:00:05Z.");
        await read.Should().ThrowAsync<CrmException>();
        account.Emulator.Requests.ByStatus[429].Should().Be(1);
    }

    [Fact, Trait("Rule", "S4")]
    public async Task Is_asked_again_in_an_hour_where_it_does_not_tell_its_time_zone()
    {
        await using var account = await OpenAsync(options => options with { DailyLimit = 30 });
        account.Emulator.Faults.Next(new FaultAnswer { Status = 403, Body = """{"status":"error","category":"MISSING_SCOPES"}""" }, "account-info");
        var id = account.Create("ada@example.com");
        await ReadAsync(account, id, times: 27);
        await account.Session.DescribeAsync(RecordType.Contact, default);
        await account.Session.DescribeAsync(RecordType.Contact, default);
        await ReadAsync(account, id);

        var read = () => ReadAsync(account, id);

        await read.Should().ThrowAsync<CrmException>().WithMessage("*It is asked again after 2026-06-01T13:00:00Z.");
        account.Emulator.Requests.Recent.Count(request => request.Path.Contains("account-info")).Should().Be(1, "a no is a no");
    }

    [Fact]
    public async Task Is_described_although_its_time_zone_cannot_be_read()
    {
        await using var account = await OpenAsync(options => options with { DailyLimit = 30 });
        await ReadAsync(account, account.Create("ada@example.com"), times: 27);
        account.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = """{"timeZone":7}""" }, "account-info");

        (await account.Session.DescribeAsync(RecordType.Contact, default)).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_not_asked_for_its_time_zone_where_its_day_has_no_limit_or_much_is_left(bool hasLimit)
    {
        await using var account = await OpenAsync(
            options => options with { DailyLimit = hasLimit ? 250_000 : 3 },
            credentials: emulator => new KeptCredentials(
                new CrmCredentials { AccessToken = hasLimit ? emulator.AccessToken : emulator.OAuth.IssueAccessToken() }));

        await account.Session.DescribeAsync(RecordType.Contact, default);

        account.Emulator.Requests.ByKind.Should().NotContainKey("account-info");
    }

    [Fact]
    public async Task Is_given_up_for_now_when_it_fails_again_and_again()
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(FaultKind.ServerError, count: 50);

        var read = () => account.Session.ReadAsync(Fields, ["1"], default);

        (await read.Should().ThrowAsync<CrmException>()).Which.Failure.Should().Be(CrmFailure.Passing);
        account.Emulator.RequestCount.Should().Be(6);
    }

    private static async Task ReadAsync(HubSpotAccount account, string id, int times = 1)
    {
        for (var number = 0; number < times; number++)
        {
            using var page = await account.Session.ReadAsync(Fields, [id], default);
        }
    }
}
