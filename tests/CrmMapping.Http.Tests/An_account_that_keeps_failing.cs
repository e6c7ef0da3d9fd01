using System.Net;
using static CrmMapping.Http.Tests.StubCrm;

namespace CrmMapping.Http.Tests;

public sealed class An_account_that_keeps_failing
{
    private const int Before = 10;

    [Fact]
    public async Task Is_left_alone_and_says_so()
    {
        using var crm = new StubCrm(Says(HttpStatusCode.InternalServerError, "{}"));
        await FailAsync(crm);

        var send = () => crm.SendAsync();

        (await send.Should().ThrowAsync<CrmException>()).Which.Should().Match<CrmException>(failed => failed.Failure == CrmFailure.Passing
            && failed.Message == "Acme: Stub has failed again and again, so it is left alone for a while. Work goes on by itself.");
        crm.Requests.Should().Be(Before * 6, "the last one was not sent");
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_sent_no_create_whose_outcome_would_be_open()
    {
        using var crm = new StubCrm(Says(HttpStatusCode.InternalServerError, "{}"));
        await FailAsync(crm);

        var send = () => crm.SendAsync(isRepeatable: false);

        await send.Should().ThrowAsync<CrmException>();
        crm.Requests.Should().Be(Before * 6);
    }

    [Fact]
    public async Task Is_tried_again_half_a_minute_later()
    {
        using var crm = new StubCrm([.. Enumerable.Repeat(Says(HttpStatusCode.InternalServerError, "{}"), Before * 6), Says(HttpStatusCode.OK, "{}")]);
        await FailAsync(crm);
        crm.Time.Advance(TimeSpan.FromSeconds(31));

        using var first = await crm.SendAsync();
        using var second = await crm.SendAsync();

        (first.IsSuccess, second.IsSuccess).Should().Be((true, true));
    }

    [Fact]
    public async Task Is_not_an_account_that_refuses_or_asks_to_wait()
    {
        using var crm = new StubCrm(Says(HttpStatusCode.BadRequest, "{}"));

        for (var number = 0; number < 3 * Before; number++)
        {
            using var answer = await crm.SendAsync();
            answer.Status.Should().Be(HttpStatusCode.BadRequest);
        }
    }

    private static async Task FailAsync(StubCrm crm)
    {
        for (var number = 0; number < Before; number++)
        {
            await crm.Awaiting(stub => stub.SendAsync()).Should().ThrowAsync<CrmException>().WithMessage("*in vain: it stumbled*");
        }
    }
}
