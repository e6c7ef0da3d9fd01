using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Aircall;

public sealed class A_client_of_a_phone_company : AircallTests
{
    private const string Ping = "/v1/ping";

    protected override AircallEmulatorOptions Options => new() { RequestsPerMinute = 3 };

    [Fact]
    public async Task Is_let_in_by_its_key_or_an_access_token()
    {
        var byKey = await Get(Ping);
        UseAccessToken("emulator-access");
        var byToken = await Get(Ping);

        Shows(byKey.Body, """{"ping":"pong"}""");
        byToken.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Is_told_apart_by_what_it_lacks()
    {
        UseNothing();
        var without = await Get(Ping);
        UseKey(Emulator.ApiId, "wrong");
        var wrong = await Get(Ping);
        UseAccessToken("wrong");
        var other = await Get(Ping);

        (without.Status, (string?)without["message"]).Should().Be((HttpStatusCode.Unauthorized, "Unauthorized"));
        (wrong.Status, (string?)wrong["message"]).Should().Be((HttpStatusCode.Forbidden, "Forbidden"));
        other.Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Is_shut_out_once_everything_is_revoked()
    {
        Emulator.Tokens.RevokeAll();

        (await Get(Ping)).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Changes_a_code_into_an_access_token_once()
    {
        UseNothing();
        var order = new
        {
            grant_type = "authorization_code", code = Emulator.Tokens.IssueCode(), redirect_uri = "https://host.example.com", client_id = "emulator-client",
            client_secret = "emulator-secret",
        };

        var bought = await Post("/v1/oauth/token", order);
        var again = await Post("/v1/oauth/token", order);
        var unknown = await Post("/v1/oauth/token", order with { client_secret = "wrong" });
        UseAccessToken((string)bought["access_token"]!);

        (await Get(Ping)).Status.Should().Be(HttpStatusCode.OK);
        (again.Status, (string?)again["error"]).Should().Be((HttpStatusCode.BadRequest, "invalid_grant"));
        unknown.Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Shares_a_minute_with_all_others_and_is_told_when_the_next_begins()
    {
        Emulator.SpendRequests(1);
        Time.Advance(Duration.FromSeconds(20));
        var replies = new[] { await Get(Ping), await Get(Ping), await Get(Ping) };
        Time.Advance(Duration.FromSeconds(40));
        var later = await Get(Ping);

        replies.Select(static reply => (int)reply.Status).Should().Equal(200, 200, 429);
        (replies[2].Header("X-AircallApi-Limit"), replies[2].Header("X-AircallApi-Remaining"), replies[2].Header("X-AircallApi-Reset"))
            .Should().Be(("3", "0", $"{Now.ToUnixTimeSeconds()}"));
        replies[2].Header("Retry-After").Should().BeNull("nobody documents one");
        later.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sees_what_is_left_most_of_the_time()
    {
        List<bool> seen = [];
        for (var i = 0; i < 60; i++)
        {
            Time.Advance(Duration.FromMinutes(1));
            seen.Add((await Get(Ping)).Header("X-AircallApi-Remaining") is "2");
        }

        seen.Should().Contain(true).And.Contain(false);
    }

    [Fact]
    public async Task Is_let_through_when_limits_are_off()
    {
        Emulator.LimitsEnabled = false;

        for (var i = 0; i < 10; i++)
            (await Get(Ping)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Says_that_what_it_writes_is_json()
    {
        var refused = await Send(HttpMethod.Post, Tags, new StringContent("{}"));

        (refused.Status, (string?)refused["troubleshoot"]).Should().Be((HttpStatusCode.BadRequest, "The Content-Type must be application/json"));
    }

    [Theory]
    [InlineData(FaultKind.ServerError, HttpStatusCode.InternalServerError)]
    [InlineData(FaultKind.BadGateway, HttpStatusCode.BadGateway)]
    [InlineData(FaultKind.RateLimited, HttpStatusCode.TooManyRequests)]
    public async Task Meets_faults_that_write_nothing(FaultKind kind, HttpStatusCode status)
    {
        Emulator.Faults.Next(kind, Tags);

        (await Post(Tags, new { name = "VIP", color = "#00B388" })).Status.Should().Be(status);
        Emulator.Tags.All.Should().BeEmpty();
        Emulator.Requests.Recent.Should().ContainSingle(request => request.Fault == kind && request.Status == (int)status);
    }

    [Fact]
    public async Task Finds_people_and_numbers_by_both_versions()
    {
        Emulator.LimitsEnabled = false;
        var sam = Emulator.Users.Add("sam@example.com", "Sam Rivers");

        Ids(await Get("/v1/users"), "users").Should().Equal(456, sam.Id);
        ((string?)(await Get($"/v2/users/{sam.Id}"))["user"]!["email"]).Should().Be("sam@example.com");
        ((string?)(await Get("/v1/numbers/1234"))["number"]!["digits"]).Should().Be("+33 1 76 11 11 11");
        Ids(await Get("/v1/numbers"), "numbers").Should().Equal(1234, 1235);
        (await Get("/v2/users/7")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Get("/v3/users")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
