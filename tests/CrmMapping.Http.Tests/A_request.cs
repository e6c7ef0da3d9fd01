using System.Net;
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

    [Fact]
    public async Task Is_sent_again_when_no_answer_comes_in_time()
    {
        using var crm = new StubCrm(Nothing, Yes);
        var sending = crm.SendAsync();

        crm.Time.Advance(crm.AttemptTimeout);

        using var answer = await sending;
        (answer.IsSuccess, crm.Requests).Should().Be((true, 2));
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_not_sent_again_when_no_answer_comes_and_that_may_do_it_twice()
    {
        using var crm = new StubCrm(Nothing, Yes);
        var sending = crm.SendAsync(isRepeatable: false);

        crm.Time.Advance(crm.AttemptTimeout);

        using var answer = await sending;
        (answer.IsUnanswered, crm.Requests).Should().Be((true, 1));
    }

    [Fact]
    public async Task Is_given_up_at_once_by_who_cancels_it()
    {
        using var crm = new StubCrm(Nothing);
        using var gone = new CancellationTokenSource();
        var sending = crm.Client.SendAsync(Request(), gone.Token);

        await gone.CancelAsync();

        await sending.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Stands_when_it_is_refused_for_good()
    {
        using var crm = new StubCrm(Says(HttpStatusCode.BadRequest, "no"));

        using var answer = await crm.SendAsync();

        (answer.Status, crm.Requests).Should().Be((HttpStatusCode.BadRequest, 1));
    }
}
