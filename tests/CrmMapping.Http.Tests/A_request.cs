using System.Net;
using System.Net.Http.Headers;
using static CrmMapping.Http.Tests.StubCrm;

namespace CrmMapping.Http.Tests;

public sealed class A_request
{
    private static readonly Func<HttpResponseMessage> Yes = Says(HttpStatusCode.OK, "{}");

    [Fact]
    public async Task Is_sent_again_after_an_answer_that_may_pass()
    {
        using var crm = new StubCrm(Says(HttpStatusCode.ServiceUnavailable, ""), Yes);

        using var answer = await crm.SendAsync();

        (answer.Status, crm.Requests).Should().Be((HttpStatusCode.OK, 2));
    }

    [Theory]
    [InlineData("<html>Sign in to the network</html>")]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Is_not_answered_by_a_success_that_is_no_json(string body)
    {
        using var crm = new StubCrm(Says(HttpStatusCode.OK, body));

        var send = () => crm.SendAsync();

        (await send.Should().ThrowAsync<CrmException>()).Which.Message.Should().Contain("not JSON");
        crm.Requests.Should().Be(6);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_not_repeated_where_that_may_do_it_twice()
    {
        using var crm = new StubCrm(Says(HttpStatusCode.BadGateway, ""), Yes);

        using var answer = await crm.SendAsync(isRepeatable: false);

        (answer.IsUnanswered, crm.Requests).Should().Be((true, 1));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    public async Task Is_repeated_in_any_case_when_it_never_arrived(HttpRequestError error)
    {
        using var crm = new StubCrm(Fails(error), Yes);

        using var answer = await crm.SendAsync(isRepeatable: false);

        (answer.IsSuccess, crm.Requests).Should().Be((true, 2));
    }

    [Theory, Trait("Rule", "S4")]
    [InlineData(20, true)]
    [InlineData(3600, false)]
    public async Task Waits_as_told_unless_that_is_too_long(int seconds, bool isWaitedFor)
    {
        using var crm = new StubCrm(() => Limited(seconds), Yes);
        var before = crm.Time.GetCurrentInstant();

        var send = () => crm.SendAsync();

        if (isWaitedFor)
        {
            using var answer = await send();
            (crm.Time.GetCurrentInstant() - before).TotalSeconds.Should().BeGreaterThanOrEqualTo(seconds);
        }
        else
        {
            var failed = (await send.Should().ThrowAsync<CrmException>()).Which;
            (failed.Failure, crm.Requests).Should().Be((CrmFailure.Passing, 1));
            failed.Message.Should().Contain("2026-06-01T13:00:00Z");
        }
    }

    [Fact]
    public async Task Stands_when_it_is_refused_for_good()
    {
        using var crm = new StubCrm(Says(HttpStatusCode.BadRequest, "no"));

        using var answer = await crm.SendAsync();

        (answer.Status, crm.Requests).Should().Be((HttpStatusCode.BadRequest, 1));
    }

    private static HttpResponseMessage Limited(int seconds)
    {
        var answer = Says(HttpStatusCode.TooManyRequests, "{}")();
        answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return answer;
    }
}
