using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests.HighLevel;

public sealed class A_token_of_a_location : HighLevelTests
{
    private string Company => Options.CompanyId;

    [Fact]
    public async Task Is_bought_with_a_code_once()
    {
        var code = Emulator.Tokens.IssueCode();

        var bought = await Buy(("grant_type", "authorization_code"), ("code", code), ("user_type", "Location"), ("redirect_uri", "https://example.com/back"));
        var again = await Buy(("grant_type", "authorization_code"), ("code", code), ("user_type", "Location"));

        (bought.Status, again.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.BadRequest));
        ((string?)bought["token_type"], (int)bought["expires_in"]!, (string?)bought["userType"], (string?)bought["locationId"], (string?)bought["companyId"])
            .Should().Be(("Bearer", 86_399, "Location", Location, Company));
        await Works(bought);
    }

    [Fact]
    public async Task Is_refreshed_with_a_token_that_buys_once()
    {
        var first = Emulator.Tokens.IssueRefreshToken();

        var second = await Refresh(first);
        var reused = await Refresh(first);
        var third = await Refresh((string)second["refresh_token"]!);

        (second.Status, reused.Status, third.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.OK));
        ((string?)third["refresh_token"]).Should().NotBe((string?)second["refresh_token"]);
        Emulator.Tokens.Refused.Should().Be(1);
        await Works(third);
    }

    [Fact]
    public async Task Ends_after_a_day_less_a_second()
    {
        UseToken(Emulator.Tokens.IssueAccessToken());

        Time.Advance(Duration.FromSeconds(86_398));
        var before = await Get($"/locations/{Location}");
        Time.Advance(Duration.FromSeconds(1));
        var after = await Get($"/locations/{Location}");

        (before.Status, after.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.Unauthorized));
        ((int)after["statusCode"]!, (string?)after["message"], (string?)after["error"]).Should().Be((401, "Invalid token: access token is invalid", "Unauthorized"));
    }

    [Theory]
    [InlineData("emulator-secret", "nonsense", HttpStatusCode.Unauthorized)]
    [InlineData("wrong", "refresh_token", HttpStatusCode.Unauthorized)]
    [InlineData("emulator-secret", "password", HttpStatusCode.UnprocessableEntity)]
    public async Task Is_not_sold_to_strangers_nor_for_other_grants(string secret, string grant, HttpStatusCode status)
    {
        var isStranger = grant is "nonsense";

        var refused = await Buy([("client_id", isStranger ? "nobody" : Options.ClientId), ("client_secret", secret), ("grant_type", grant), ("refresh_token", Emulator.Tokens.IssueRefreshToken())]);

        refused.Status.Should().Be(status);
    }

    [Fact]
    public async Task Is_not_sold_for_JSON() =>
        (await Post("/oauth/token", new { client_id = Options.ClientId, client_secret = Options.ClientSecret, grant_type = "refresh_token" }))
            .Status.Should().Be(HttpStatusCode.UnprocessableEntity);

    [Fact]
    public async Task Of_the_agency_buys_one_of_the_location_and_reads_no_contacts_itself()
    {
        var agency = await Refresh(Emulator.Tokens.IssueAgencyRefreshToken());
        UseToken((string)agency["access_token"]!);
        var contacts = await Post("/contacts/search", new { locationId = Location, pageLimit = 1 });
        var installed = await Get($"/oauth/installedLocations?companyId={Company}&appId={Options.ClientId.Split('-')[0]}&isInstalled=true");
        var users = await Get($"/users/search?companyId={Company}");

        var bought = await Send(HttpMethod.Post, "/oauth/locationToken", Form(("companyId", Company), ("locationId", Location)));

        ((string?)agency["userType"], agency.Body!.AsObject().ContainsKey("locationId")).Should().Be(("Company", false));
        contacts.Status.Should().Be(HttpStatusCode.Unauthorized);
        ((string?)installed["locations"]![0]!["_id"], users.Status).Should().Be((Location, HttpStatusCode.OK));
        ((string?)bought["userType"], bought.Body!.AsObject().ContainsKey("refresh_token")).Should().Be(("Location", false));
        await Works(bought);
    }

    [Fact]
    public async Task Of_a_location_buys_no_other() =>
        (await Send(HttpMethod.Post, "/oauth/locationToken", Form(("companyId", Company), ("locationId", Location)))).Status.Should().Be(HttpStatusCode.Forbidden);

    [Fact]
    public async Task Of_a_private_integration_works_until_it_is_rotated()
    {
        Time.Advance(Duration.FromDays(400));
        var before = await Get($"/locations/{Location}");
        Emulator.Tokens.RevokePrivateToken(Emulator.PrivateToken);

        (before.Status, (await Get($"/locations/{Location}")).Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task Ends_when_the_app_is_uninstalled()
    {
        var refresh = Emulator.Tokens.IssueRefreshToken();
        UseToken(Emulator.Tokens.IssueAccessToken());
        Emulator.Tokens.RevokeAll();

        ((await Get($"/locations/{Location}")).Status, (await Refresh(refresh)).Status).Should().Be((HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2020-01-01")]
    [InlineData("v3")]
    public async Task Is_no_use_without_the_version(string? version)
    {
        var refused = await Send(HttpMethod.Get, $"/locations/{Location}", version: version);

        ((int)refused.Status, Messages(refused).Count).Should().Be((422, 1));
    }

    [Fact]
    public async Task That_is_missing_is_refused()
    {
        UseToken("");

        (await Get($"/locations/{Location}")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    private async Task Works(Reply bought)
    {
        UseToken((string)bought["access_token"]!);
        (await Post("/contacts/search", new { locationId = Location, pageLimit = 1 })).Status.Should().Be(HttpStatusCode.OK);
    }

    private Task<Reply> Refresh(string token) => Buy(("grant_type", "refresh_token"), ("refresh_token", token), ("user_type", "Location"));

    private Task<Reply> Buy(params (string Name, string Value)[] form) => Send(
        HttpMethod.Post, "/oauth/token", Form(form[0].Name is "client_id" ? form : [("client_id", Options.ClientId), ("client_secret", Options.ClientSecret), .. form]), version: null);

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] form) => new(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
}

public sealed class A_token_with_few_scopes : HighLevelTests
{
    protected override HighLevelEmulatorOptions Options => new() { Scopes = ["contacts.readonly"] };

    [Fact]
    public async Task Is_forbidden_what_it_has_no_scope_for()
    {
        var (read, written, users) = (await Search(new { pageLimit = 1 }), await Create(new { firstName = "Mara" }), await Get($"/users/search?companyId={Options.CompanyId}"));

        (read.Status, written.Status, users.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden));
        ((int)written["statusCode"]!, (string?)written["error"]).Should().Be((403, "Forbidden"));
    }
}
