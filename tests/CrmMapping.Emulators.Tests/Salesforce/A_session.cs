using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class A_session : SalesforceTests
{
    private static readonly RSA Signer = RSA.Create(2048);

    protected override SalesforceEmulatorOptions Options => new() { RotatesRefreshTokens = true, JwtPublicKey = Signer.ExportSubjectPublicKeyInfoPem() };

    [Fact]
    public async Task Comes_for_the_credentials_of_the_client_and_names_its_server()
    {
        var reply = await Token(("grant_type", "client_credentials"));

        reply.Status.Should().Be(HttpStatusCode.OK);
        ((string)reply["instance_url"]!).TrimEnd('/').Should().Be(Emulator.BaseAddress.ToString().TrimEnd('/'));
        (reply["expires_in"], reply["refresh_token"], (string?)reply["token_type"]).Should().Be((null, null, "Bearer"));
        ((string)reply["issued_at"]!).Should().Be($"{Time.GetCurrentInstant().ToUnixTimeMilliseconds()}");
        ((string)reply["id"]!).Should().EndWith("/" + Emulator.Users.IntegrationUserId);
        UseToken((string)reply["access_token"]!);
        (await Get($"{Data}/limits")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("client_id", "other", "invalid_client_id")]
    [InlineData("client_secret", "other", "invalid_client")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    public async Task Is_not_opened_for_anybody(string name, string value, string error)
    {
        var refused = await Token(("grant_type", "client_credentials"), (name, value));

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        ((string?)refused["error"]).Should().Be(error);
        refused["error_description"].Should().NotBeNull();
    }

    [Fact]
    public async Task Is_not_opened_by_json()
    {
        var refused = await Post("/services/oauth2/token", new { grant_type = "client_credentials" });

        ((string?)refused["error"]).Should().Be("invalid_request");
    }

    [Fact]
    public async Task Comes_for_a_refresh_token_once_where_they_rotate()
    {
        var first = Emulator.OAuth.IssueRefreshToken();

        var renewed = await Token(("grant_type", "refresh_token"), ("refresh_token", first));
        var reused = await Token(("grant_type", "refresh_token"), ("refresh_token", first));
        var next = await Token(("grant_type", "refresh_token"), ("refresh_token", (string)renewed["refresh_token"]!));

        next.Status.Should().Be(HttpStatusCode.OK);
        reused.Body!.ToJsonString().Should().Be("""{"error":"invalid_grant","error_description":"expired access/refresh token"}""");
    }

    [Fact]
    public async Task Comes_for_a_code_once()
    {
        var code = Emulator.OAuth.IssueCode();

        (await Token(("grant_type", "authorization_code"), ("code", code)))["refresh_token"].Should().NotBeNull();
        ((string?)(await Token(("grant_type", "authorization_code"), ("code", code)))["error"]).Should().Be("invalid_grant");
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("site", null)]
    [InlineData("aud", "invalid_grant")]
    [InlineData("iss", "invalid_client_id")]
    [InlineData("sub", "invalid_grant")]
    [InlineData("late", "invalid_grant")]
    [InlineData("past", "invalid_grant")]
    [InlineData("signature", "invalid_grant")]
    [InlineData("alg", "invalid_grant")]
    public async Task Comes_for_a_jwt_with_nothing_wrong(string wrong, string? error)
    {
        var now = Time.GetCurrentInstant().ToUnixTimeSeconds();
        var head = Part(new { alg = wrong is "alg" ? "HS256" : "RS256" });
        var claims = Part(new
        {
            iss = wrong is "iss" ? "other" : "emulator-client",
            sub = wrong is "sub" ? "somebody@acme.example.com" : "integration@acme.example.com",
            aud = wrong switch { "aud" => "https://acme.my.salesforce.com/else", "site" => Emulator.BaseAddress.ToString().TrimEnd('/'), _ => "https://login.salesforce.com" },
            exp = wrong switch { "late" => now + 181, "past" => now, _ => now + 180 },
        });
        var signature = Signer.SignData(Encoding.ASCII.GetBytes($"{head}.{claims}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (wrong is "signature")
            signature[7] ^= 1;

        var reply = await Token(("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("assertion", $"{head}.{claims}.{Base64Url.EncodeToString(signature)}"));

        ((string?)reply["error"]).Should().Be(error);
        (reply["access_token"] is not null).Should().Be(error is null);
        if (wrong is "sub")
            ((string?)reply["error_description"]).Should().Be("user hasn't approved this consumer");
    }

    [Fact]
    public async Task Ends_when_told_and_a_new_one_opens()
    {
        Emulator.OAuth.ExpireSessions();

        var refused = await Get($"{Data}/limits");
        UseToken(Emulator.OAuth.IssueAccessToken());

        refused.Status.Should().Be(HttpStatusCode.Unauthorized);
        refused.Body!.ToJsonString().Should().Be("""[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]""");
        (await Get($"{Data}/limits")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ends_after_two_hours_without_a_request()
    {
        UseToken(Emulator.OAuth.IssueAccessToken());

        Time.Advance(Duration.FromMinutes(119));
        var kept = await Get($"{Data}/limits");
        Time.Advance(Duration.FromMinutes(119));
        var keptAgain = await Get($"{Data}/limits");
        Time.Advance(Duration.FromMinutes(120));
        var ended = await Get($"{Data}/limits");

        (kept.Status, keptAgain.Status, ended.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task Ends_with_the_user_it_runs_as()
    {
        Emulator.Users.Deactivate(Emulator.Users.IntegrationUserId);

        var refused = await Token(("grant_type", "client_credentials"));

        (refused.Status, (string?)refused["error"]).Should().Be((HttpStatusCode.BadRequest, "inactive_user"));
        Code(await Get($"{Data}/limits")).Should().Be("INVALID_SESSION_ID");
    }

    private static string Part(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));

    private Task<Reply> Token(params (string Name, string Value)[] form)
    {
        var all = new Dictionary<string, string> { ["client_id"] = "emulator-client", ["client_secret"] = "emulator-secret" };
        foreach (var (name, value) in form)
            all[name] = value;
        return Post("/services/oauth2/token", new FormUrlEncodedContent(all));
    }
}
