using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class Tokens_of_a_company : PipedriveTests
{
    private const string Me = "/api/v1/users/me";

    [Fact]
    public async Task Are_bought_with_a_code_once()
    {
        var code = Emulator.Tokens.IssueCode();
        UseClient("emulator-client", "emulator-secret");

        var sold = await Token(("grant_type", "authorization_code"), ("code", code), ("redirect_uri", "https://app.example.com/back"));
        var again = await Token(("grant_type", "authorization_code"), ("code", code), ("redirect_uri", "https://app.example.com/back"));

        sold.Status.Should().Be(HttpStatusCode.OK);
        ((string?)sold["token_type"], (int)sold["expires_in"]!, (string?)sold["api_domain"])
            .Should().Be(("Bearer", 3599, Emulator.BaseAddress.ToString().TrimEnd('/')));
        ((string)sold["scope"]!).Should().StartWith("base ");
        (again.Status, (string?)again["error"]).Should().Be((HttpStatusCode.BadRequest, "invalid_grant"));
        UseAccessToken((string)sold["access_token"]!);
        (await Get(Me)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Live_an_hour_less_a_second_and_are_refreshed_with_the_same_word()
    {
        var word = Emulator.Tokens.IssueRefreshToken();
        UseClient("emulator-client", "emulator-secret");
        var first = await Refresh(word);
        UseAccessToken((string)first["access_token"]!);

        Time.Advance(Duration.FromSeconds(3598));
        var inTime = await Get(Me);
        Time.Advance(Duration.FromSeconds(1));
        var late = await Get(Me);
        UseClient("emulator-client", "emulator-secret");
        var second = await Refresh(word);

        (inTime.Status, late.Status, second.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK));
        ((string?)first["refresh_token"], (string?)second["refresh_token"]).Should().Be((word, word));
        ((string?)second["access_token"]).Should().NotBe((string?)first["access_token"]);
    }

    [Fact]
    public async Task Are_refreshed_with_a_new_word_each_time_where_a_company_does_so()
    {
        await using var emulator = await PipedriveEmulator.StartAsync(new PipedriveEmulatorOptions { RotatesRefreshTokens = true });
        var word = emulator.Tokens.IssueRefreshToken();
        UseClient("emulator-client", "emulator-secret");

        var first = await Refresh(word, emulator);
        var stale = await Refresh(word, emulator);
        var second = await Refresh((string)first["refresh_token"]!, emulator);

        ((string?)first["refresh_token"]).Should().NotBe(word);
        (stale.Status, second.Status).Should().Be((HttpStatusCode.BadRequest, HttpStatusCode.OK));
    }

    [Fact]
    public async Task Are_not_sold_to_strangers_nor_for_json()
    {
        var word = Emulator.Tokens.IssueRefreshToken();
        UseClient("emulator-client", "wrong");
        var stranger = await Refresh(word);
        UseClient("emulator-client", "emulator-secret");
        var asJson = await Post("/oauth/token", new { grant_type = "refresh_token", refresh_token = word });
        var unknown = await Token(("grant_type", "password"));

        (stranger.Status, (string?)stranger["error"]).Should().Be((HttpStatusCode.Unauthorized, "invalid_client"));
        (asJson.Status, (string?)asJson["error"]).Should().Be((HttpStatusCode.BadRequest, "invalid_request"));
        (unknown.Status, (string?)unknown["error"]).Should().Be((HttpStatusCode.BadRequest, "unsupported_grant_type"));
    }

    [Fact]
    public async Task End_with_the_app_and_with_a_new_api_token()
    {
        var word = Emulator.Tokens.IssueRefreshToken();
        UseAccessToken(Emulator.Tokens.IssueAccessToken());
        Emulator.Tokens.RevokeAll();
        var uninstalled = await Get(Me);
        UseClient("emulator-client", "emulator-secret");
        var refresh = await Refresh(word);
        UseApiToken(Emulator.ApiToken);
        Emulator.Tokens.RevokeApiToken(Emulator.ApiToken);

        uninstalled.Status.Should().Be(HttpStatusCode.Unauthorized);
        (refresh.Status, (string?)refresh["error"]).Should().Be((HttpStatusCode.BadRequest, "invalid_grant"));
        Shows((await Get(Me)).Body, """
            {"success":false,"error":"unauthorized access","errorCode":401,"error_info":"Please check developers.pipedrive.com","data":null,"additional_data":null}
            """);
    }

    [Fact]
    public async Task End_early_when_the_company_wants()
    {
        UseAccessToken(Emulator.Tokens.IssueAccessToken());

        Emulator.Tokens.ExpireAccessTokens();

        (await Get(Me)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("GET", "/api/v1/users/me", true)]
    [InlineData("GET", Persons, true)]
    [InlineData("GET", Persons + "/search?term=ada", true)]
    [InlineData("GET", Fields, true)]
    [InlineData("POST", Persons, false)]
    [InlineData("PATCH", Persons + "/1", false)]
    [InlineData("POST", Fields, false)]
    [InlineData("GET", "/api/v1/users", false)]
    [InlineData("POST", "/api/v1/webhooks", false)]
    public async Task Open_what_their_scopes_say(string method, string path, bool isOpen)
    {
        await using var emulator = await PipedriveEmulator.StartAsync(new PipedriveEmulatorOptions { Scopes = ["base", "contacts:read"] });
        UseAccessToken(emulator.Tokens.IssueAccessToken());

        var reply = await Send(new HttpMethod(method), new Uri(emulator.BaseAddress, path).ToString(), method is "GET" ? null : "{}");

        (reply.Status is not HttpStatusCode.Forbidden).Should().Be(isOpen);
    }

    [Fact]
    public async Task Of_users_open_everything_whatever_the_scopes_of_the_app()
    {
        await using var emulator = await PipedriveEmulator.StartAsync(new PipedriveEmulatorOptions { Scopes = ["base"] });

        (await Get($"{emulator.BaseAddress}api/v1/webhooks")).Status.Should().Be(HttpStatusCode.OK);
    }

    private Task<Reply> Refresh(string word, PipedriveEmulator? emulator = null) =>
        Send(HttpMethod.Post, new Uri((emulator ?? Emulator).BaseAddress, "/oauth/token").ToString(), Form(("grant_type", "refresh_token"), ("refresh_token", word)));

    private Task<Reply> Token(params (string Name, string Value)[] form) => Post("/oauth/token", Form(form));

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] form) => new(form.Select(static pair => KeyValuePair.Create(pair.Name, pair.Value)));
}
