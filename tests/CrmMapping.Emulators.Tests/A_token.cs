using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests;

public sealed class A_token : EmulatorTests
{
    protected override HubSpotEmulatorOptions Options => new() { RotatesRefreshTokens = true };

    [Theory]
    [InlineData("/oauth/v1/token")]
    [InlineData("/oauth/v3/token")]
    [InlineData("/oauth/2026-09/token")]
    public async Task Is_refreshed_lives_thirty_minutes_and_then_says_when_it_expired(string path)
    {
        var tokens = await Refresh(path, Emulator.OAuth.IssueRefreshToken());
        UseToken((string)tokens["access_token"]!);

        Time.Advance(Duration.FromMinutes(29));
        var before = await Get(Contacts);
        Time.Advance(Duration.FromMinutes(1));
        var after = await Get(Contacts);

        ((int)tokens["expires_in"]!).Should().Be(1800);
        before.Status.Should().Be(HttpStatusCode.OK);
        after.Status.Should().Be(HttpStatusCode.Unauthorized);
        ((string?)after["category"]).Should().Be("EXPIRED_AUTHENTICATION");
        ((string?)after["context"]!["expire time"]![0]).Should().Be("2026-11-02T15:30:00.000Z");
    }

    [Fact]
    public async Task Is_void_once_it_was_rotated_or_the_app_uninstalled()
    {
        var first = Emulator.OAuth.IssueRefreshToken();
        var second = (string)(await Refresh("/oauth/v3/token", first))["refresh_token"]!;
        var reused = await Refresh("/oauth/v3/token", first);
        Emulator.OAuth.RevokeRefreshTokens();
        var revoked = await Refresh("/oauth/v3/token", second);

        second.Should().NotBe(first);
        foreach (var refused in new[] { reused, revoked })
        {
            refused.Status.Should().Be(HttpStatusCode.BadRequest);
            ((string?)refused["error"]).Should().Be("invalid_grant");
            ((string?)refused["status"]).Should().Be("BAD_REFRESH_TOKEN");
        }
    }

    [Fact]
    public async Task Comes_for_a_code_once()
    {
        var code = Emulator.OAuth.IssueCode();

        var first = await Token("/oauth/v3/token", ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", "https://app.example.com/back"));
        var again = await Token("/oauth/v3/token", ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", "https://app.example.com/back"));

        first["refresh_token"].Should().NotBeNull();
        again.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Is_not_given_to_a_client_with_the_wrong_secret()
    {
        var refused = await Token("/oauth/v3/token", ("client_secret", "wrong"));

        ((string?)refused["status"]).Should().Be("BAD_CLIENT_SECRET");
    }

    [Fact]
    public async Task Nobody_knows_is_refused()
    {
        UseToken("pat-na1-unknown");

        var refused = await Get(Contacts);

        refused.Status.Should().Be(HttpStatusCode.Unauthorized);
        ((string?)refused["category"]).Should().Be("INVALID_AUTHENTICATION");
        refused.Header("X-HubSpot-Correlation-Id").Should().Be((string?)refused["correlationId"]);
    }

    [Theory]
    [InlineData("GET", "/crm/v3/owners", "crm.objects.owners.read")]
    [InlineData("GET", "/crm/v3/properties/contacts", "crm.schemas.contacts.read")]
    [InlineData("DELETE", "/crm/v3/properties/contacts/tier", "crm.schemas.contacts.write")]
    [InlineData("POST", Contacts, "crm.objects.contacts.write")]
    [InlineData("POST", Contacts + "/batch/update", "crm.objects.contacts.write")]
    [InlineData("GET", "/crm/v3/objects/calls", null)]
    [InlineData("POST", Contacts + "/search", null)]
    [InlineData("GET", "/account-info/v3/details", null)]
    public async Task Opens_what_its_scopes_say(string method, string path, string? missing)
    {
        await using var emulator = await HubSpotEmulator.StartAsync(new HubSpotEmulatorOptions { Scopes = ["crm.objects.contacts.read"] });

        var reply = await Send(new HttpMethod(method), new Uri(emulator.BaseAddress, path).ToString(), "{}");

        (reply.Status == HttpStatusCode.Forbidden).Should().Be(missing is not null);
        ((string?)reply.Body!["errors"]?[0]!["context"]!["requiredGranularScopes"]![0]).Should().Be(missing);
    }

    private Task<Reply> Refresh(string path, string refreshToken) => Token(path, ("grant_type", "refresh_token"), ("refresh_token", refreshToken));

    private Task<Reply> Token(string path, params (string Name, string Value)[] form)
    {
        var all = new Dictionary<string, string> { ["client_id"] = "emulator-client", ["client_secret"] = "emulator-secret" };
        foreach (var (name, value) in form)
            all[name] = value;
        return Send(HttpMethod.Post, path, new FormUrlEncodedContent(all));
    }
}
