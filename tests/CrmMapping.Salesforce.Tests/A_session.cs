using System.Security.Cryptography;
using CrmMapping.Emulators;
using NodaTime;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests;

public sealed class A_session
{
    [Fact]
    public async Task Is_bought_by_the_app_itself()
    {
        await using var account = await OpenAsync(
            configure: options => (options.Grant, options.ClientId, options.ClientSecret) = (SalesforceGrant.ClientCredentials, "emulator-client", "emulator-secret"),
            credentials: _ => new KeptCredentials(new CrmCredentials()));
        var ada = account.Create("Ada");

        using var page = await account.Session.ReadAsync(Fields, [ada], default);

        page.Should().ContainSingle();
        ((KeptCredentials)account.Credentials).Kept!.ServerAddress.Should().Be(account.Emulator.BaseAddress);
    }

    [Fact]
    public async Task Is_bought_by_a_signed_token_of_a_user()
    {
        using var key = RSA.Create(2048);
        var user = new SalesforceEmulatorOptions().Username;
        await using var account = await OpenAsync(
            settings => settings with { JwtPublicKey = key.ExportSubjectPublicKeyInfoPem() },
            options => (options.Grant, options.ClientId, options.Username, options.PrivateKey) =
                (SalesforceGrant.JwtBearer, "emulator-client", user, key.ExportPkcs8PrivateKeyPem()),
            _ => new KeptCredentials(new CrmCredentials()));

        (await account.Session.ReadOwnersAsync(default)).Should().NotBeEmpty();
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_renewed_with_each_refresh_token_once()
    {
        await using var account = await OpenAsync(
            settings => settings with { RotatesRefreshTokens = true },
            options => (options.ClientId, options.ClientSecret) = ("emulator-client", "emulator-secret"),
            emulator => new KeptCredentials(Opening(emulator) with { RefreshToken = emulator.OAuth.IssueRefreshToken() }));
        var kept = (KeptCredentials)account.Credentials;
        var tokens = new List<string?> { kept.Kept!.RefreshToken };

        for (var round = 0; round < 3; round++)
        {
            account.Emulator.OAuth.ExpireSessions();
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => account.Session.ReadOwnersAsync(default)));
            tokens.Add(kept.Kept!.RefreshToken);
        }

        tokens.Should().OnlyHaveUniqueItems();
        kept.Saves.Should().Be(3);
    }

    [Theory]
    [InlineData("""[{"message":"This session is not valid for use with the REST API","errorCode":"INVALID_SESSION_ID"}]""")]
    [InlineData("""[{"message":"Connected app is not attached to Agent","errorCode":"INVALID_AUTH_HEADER"}]""")]
    public async Task Is_not_renewed_where_another_would_be_refused_as_well(string body)
    {
        await using var account = await OpenAsync(
            configure: options => (options.ClientId, options.ClientSecret) = ("emulator-client", "emulator-secret"),
            credentials: emulator => new KeptCredentials(Opening(emulator) with { RefreshToken = emulator.OAuth.IssueRefreshToken() }));
        account.Emulator.Faults.Next(new FaultAnswer { Status = 401, Body = body }, "/query", count: 9);

        var read = () => account.Session.ReadOwnersAsync(default);

        (await read.Should().ThrowAsync<CrmException>()).Which.Failure.Should().Be(CrmFailure.Credentials);
        account.Emulator.RequestCount.Should().Be(1);
    }

    [Theory]
    [InlineData("http://acme.my.salesforce.com")]
    [InlineData("ftp://acme.my.salesforce.com")]
    [InlineData("https://user:word@acme.my.salesforce.com")]
    [InlineData("acme")]
    [InlineData(null)]
    public void Goes_to_no_server_on_the_way_to_which_others_could_read_it(string? address) => ServerAddress.Read(address).Should().BeNull();

    [Theory]
    [InlineData("https://acme.my.salesforce.com/path", "https://acme.my.salesforce.com/")]
    [InlineData("http://127.0.0.1:81", "http://127.0.0.1:81/")]
    public void Goes_to_the_server_that_came_with_it(string text, string address) => ServerAddress.Read(text).Should().Be(new Uri(address));

    [Fact]
    public async Task Is_not_taken_for_another_org_than_the_one_that_is_connected()
    {
        await using var account = await OpenAsync(
            configure: options => (options.ClientId, options.ClientSecret) = ("emulator-client", "emulator-secret"),
            credentials: emulator => new KeptCredentials(new CrmCredentials { RefreshToken = emulator.OAuth.IssueRefreshToken() }));
        await using var session = account.Adapter.Open(new Connection { Name = "Acme", Kind = "Salesforce", AccountId = "00D5g0000000009AAA" });

        var read = () => session.ReadOwnersAsync(default);

        await read.Should().ThrowAsync<CrmException>().WithMessage("Acme: The token opens another Salesforce org than the one that is connected.*");
    }

    [Fact]
    public void Is_asked_for_by_a_token_that_lives_less_than_three_minutes()
    {
        using var key = RSA.Create(2048);
        var now = Instant.FromUtc(2026, 6, 1, 12, 0);

        var parts = JwtAssertion.Sign(key.ExportPkcs8PrivateKeyPem(), "app", "kim@example.com", "https://login.salesforce.com", now).Split('.');

        var claims = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]));
        claims.Should().Be($$"""{"iss":"app","sub":"kim@example.com","aud":"https://login.salesforce.com","exp":{{now.ToUnixTimeSeconds() + 120}}}""");
        key.VerifyData(
            System.Text.Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]),
            HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Should().BeTrue();
    }

    [Theory]
    [InlineData("https://login.salesforce.com", "https://login.salesforce.com")]
    [InlineData("https://acme.my.salesforce.com", "https://login.salesforce.com")]
    [InlineData("https://test.salesforce.com", "https://test.salesforce.com")]
    [InlineData("https://acme--dev.sandbox.my.salesforce.com", "https://test.salesforce.com")]
    public void Is_asked_for_of_the_general_login_address(string address, string audience) =>
        JwtAssertion.AudienceOf(new Uri(address)).Should().Be(audience);
}
