using System.Net;
using static CrmMapping.Http.Tests.StubCrm;

namespace CrmMapping.Http.Tests;

public sealed class A_token_that_is_bought
{
    private static readonly Func<HttpResponseMessage> Yes = Says(HttpStatusCode.OK, "{}");
    private static readonly Func<HttpResponseMessage> Sold =
        Says(HttpStatusCode.OK, """{"access_token":"new","refresh_token":"refresh-2","expires_in":1800}""");

    [Fact, Trait("Rule", "S1")]
    public async Task Is_saved_later_when_it_cannot_be_saved_at_once()
    {
        using var crm = new StubCrm(Sold, Yes);
        crm.Credentials.Kept = new CrmCredentials { RefreshToken = "refresh-1" };
        crm.Credentials.FailingSaves = 1;

        await crm.Awaiting(stub => stub.SendAsync()).Should().ThrowAsync<IOException>();
        using var answer = await crm.SendAsync();

        crm.Tokens.Should().Equal(null, "new");
        crm.Credentials.Saved.Should().ContainSingle().Which.RefreshToken.Should().Be("refresh-2");
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_saved_although_who_asked_for_it_gave_up()
    {
        using var gone = new CancellationTokenSource();
        using var crm = new StubCrm(
            () =>
            {
                gone.Cancel();
                return Sold();
            },
            Yes);
        crm.Credentials.Kept = new CrmCredentials { RefreshToken = "refresh-1" };

        await crm.Client.Awaiting(client => client.SendAsync(Request(), gone.Token)).Should().ThrowAsync<OperationCanceledException>();

        crm.Credentials.Saved.Should().ContainSingle().Which.RefreshToken.Should().Be("refresh-2");
    }

    [Fact]
    public async Task Needs_no_refresh_token_where_the_application_itself_may_buy()
    {
        using var crm = new StubCrm(Says(HttpStatusCode.OK, """{"access_token":"new"}"""), Yes, Says(HttpStatusCode.Unauthorized, "{}"),
            Says(HttpStatusCode.OK, """{"access_token":"newer"}"""), Yes);
        crm.Credentials.Kept = null;
        crm.Credentials.SellsToTheApplication = true;

        using var first = await crm.SendAsync();
        using var second = await crm.SendAsync();

        crm.Tokens.Should().Equal(null, "new", "new", null, "newer");
        crm.Asked[0].Should().Be("https://login.test/token");
        crm.Credentials.Saved.Select(static saved => saved.AccessToken).Should().Equal("new", "newer");
    }

    [Fact]
    public async Task Is_taken_from_another_process_that_was_faster_with_the_same_one()
    {
        StubCrm? crm = null;
        using var stub = crm = new StubCrm(
            () =>
            {
                crm!.Credentials.Kept = new CrmCredentials { AccessToken = "theirs", RefreshToken = "refresh-2" };
                return Says(HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""")();
            },
            Yes);
        crm.Credentials.Kept = new CrmCredentials { RefreshToken = "refresh-1" };

        using var answer = await crm.SendAsync();

        crm.Tokens.Should().Equal(null, "theirs");
    }

    [Fact, Trait("Rule", "E8")]
    public async Task Is_not_put_over_the_credentials_with_which_somebody_connected_the_account_anew_meanwhile()
    {
        var anew = new CrmCredentials { AccessToken = "anew", RefreshToken = "of another grant" };
        StubCrm? crm = null;
        using var stub = crm = new StubCrm(
            () =>
            {
                crm!.Credentials.Kept = anew;
                return Sold();
            },
            Yes);
        crm.Credentials.Kept = new CrmCredentials { RefreshToken = "refresh-1" };

        using var answer = await crm.SendAsync();

        crm.Tokens.Should().Equal(null, "anew");
        crm.Credentials.Kept.Should().Be(anew);
    }

    [Fact]
    public void Is_asked_for_in_a_form_that_holds_the_secrets_and_not_in_the_address()
    {
        var request = OAuthGrant.Ask("/token", [new("client_secret", "a&b"), new("refresh_token", "r+1")]);

        (request.Path, request.ContentType, System.Text.Encoding.UTF8.GetString(request.Body.Span))
            .Should().Be(("/token", "application/x-www-form-urlencoded", "client_secret=a%26b&refresh_token=r%2B1"));
    }

    [Fact, Trait("Rule", "S3")]
    public void Is_printed_by_nothing_that_holds_it() =>
        new OAuthAnswer { AccessToken = "secret", RefreshToken = "secret" }.ToString().Should().NotContain("secret");
}
