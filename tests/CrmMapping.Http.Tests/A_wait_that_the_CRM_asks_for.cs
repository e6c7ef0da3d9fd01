using System.Net;
using NodaTime;
using static CrmMapping.Http.Tests.StubCrm;

namespace CrmMapping.Http.Tests;

[Trait("Rule", "S4")]
public sealed class A_wait_that_the_CRM_asks_for
{
    private static readonly Func<HttpResponseMessage> Yes = Says(HttpStatusCode.OK, "{}");

    [Theory]
    [InlineData("20", 20)]
    [InlineData("Mon, 01 Jun 2026 12:00:25 GMT", 25)]
    public async Task Is_waited_out(string retryAfter, int seconds)
    {
        using var crm = new StubCrm(Limited(retryAfter), Yes);
        var before = crm.Time.GetCurrentInstant();

        using var answer = await crm.SendAsync();

        crm.Requests.Should().Be(2);
        (crm.Time.GetCurrentInstant() - before).Should().Be(Duration.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("3600", "2026-06-01T13:00:00Z")]
    [InlineData("86400", "2026-06-02T12:00:00Z")]
    [InlineData("Mon, 01 Jun 2026 15:30:00 GMT", "2026-06-01T15:30:00Z")]
    public async Task Is_told_where_it_is_longer_than_anybody_waits(string retryAfter, string until)
    {
        using var crm = new StubCrm(Limited(retryAfter), Yes);

        var send = () => crm.SendAsync();

        var failed = (await send.Should().ThrowAsync<CrmException>()).Which;
        (failed.Failure, failed.Message, crm.Requests).Should().Be(
            (CrmFailure.Passing, $"Acme: the limit is used up. It is asked again after {until}.", 1));
        await send.Should().ThrowAsync<CrmException>().WithMessage($"Acme: the limit is used up. It is asked again after {until}.");
        crm.Requests.Should().Be(1, "the CRM is left alone until then");
    }

    [Theory]
    [InlineData("2000000000")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task Is_a_day_at_most(string absurd)
    {
        using var crm = new StubCrm(Limited(absurd), Yes);

        var send = () => crm.SendAsync();

        await send.Should().ThrowAsync<CrmException>().WithMessage("*asked again after 2026-06-02T12:00:00Z.");
    }

    [Theory]
    [InlineData("Mon, 01 Jun 2026 11:00:00 GMT")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    [InlineData("soon")]
    public async Task Is_a_growing_pause_of_our_own_where_nothing_sensible_is_said(string retryAfter)
    {
        using var crm = new StubCrm(Limited(retryAfter), Limited(retryAfter), Limited(retryAfter), Yes);
        var before = crm.Time.GetCurrentInstant();

        using var answer = await crm.SendAsync();

        crm.Requests.Should().Be(4);
        (crm.Time.GetCurrentInstant() - before).Should().BeGreaterThan(Duration.FromMilliseconds(200)).And.BeLessThan(Duration.FromMinutes(1));
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task Is_counted_by_the_CRMs_own_clock(int minutesApart)
    {
        var theirs = new DateTimeOffset(2026, 6, 1, 12, minutesApart < 0 ? 0 : minutesApart, 0, TimeSpan.Zero).AddMinutes(Math.Min(0, minutesApart));
        using var crm = new StubCrm(
            () =>
            {
                var answer = Limited(theirs.AddSeconds(20).ToString("R"))();
                answer.Headers.Date = theirs;
                return answer;
            },
            Yes);
        var before = crm.Time.GetCurrentInstant();

        using var answer = await crm.SendAsync();

        (crm.Time.GetCurrentInstant() - before).Should().Be(Duration.FromSeconds(20));
    }

    private static Func<HttpResponseMessage> Limited(string retryAfter) => () =>
    {
        var answer = Says(HttpStatusCode.TooManyRequests, "{}")();
        answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return answer;
    };
}
