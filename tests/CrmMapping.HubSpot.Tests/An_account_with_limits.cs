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

    [Fact]
    public async Task Is_given_up_for_now_when_it_fails_again_and_again()
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(FaultKind.ServerError, count: 50);

        var read = () => account.Session.ReadAsync(Fields, ["1"], default);

        (await read.Should().ThrowAsync<CrmException>()).Which.Failure.Should().Be(CrmFailure.Passing);
        account.Emulator.RequestCount.Should().Be(6);
    }
}
