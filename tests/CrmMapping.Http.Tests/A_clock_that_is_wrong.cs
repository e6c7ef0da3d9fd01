using System.Net;
using static CrmMapping.Http.Tests.StubCrm;

namespace CrmMapping.Http.Tests;

public sealed class A_clock_that_is_wrong
{
    private const int ClocksDiffer = 2005;

    [Theory]
    [InlineData(-10, "00:10:00 ahead of")]
    [InlineData(10, "00:10:00 behind")]
    public async Task Is_told_once_with_the_connections_name(int minutes, string how)
    {
        using var crm = new StubCrm(At(minutes));

        for (var number = 0; number < 3; number++)
        {
            using var answer = await crm.SendAsync();
        }

        crm.Log.Of(ClocksDiffer).Should().ContainSingle().Which.Should().StartWith($"Acme: this machine's clock is {how} Stub's.");
    }

    [Fact]
    public async Task Is_told_again_when_it_was_right_in_between()
    {
        using var crm = new StubCrm(At(10), At(0), At(10));

        for (var number = 0; number < 3; number++)
        {
            using var answer = await crm.SendAsync();
        }

        crm.Log.Of(ClocksDiffer).Should().HaveCount(2);
    }

    [Fact]
    public async Task Is_not_one_that_the_CRM_says_nothing_of()
    {
        using var crm = new StubCrm(Says(HttpStatusCode.OK, "{}"), At(0));

        using var silent = await crm.SendAsync();
        using var right = await crm.SendAsync();

        crm.Log.Of(ClocksDiffer).Should().BeEmpty();
    }

    private static Func<HttpResponseMessage> At(int minutes) => () =>
    {
        var answer = Says(HttpStatusCode.OK, "{}")();
        answer.Headers.Date = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
        return answer;
    };
}
