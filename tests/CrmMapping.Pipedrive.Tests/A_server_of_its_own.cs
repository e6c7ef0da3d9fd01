using NodaTime;
using static CrmMapping.Pipedrive.Tests.PipedriveAccount;

namespace CrmMapping.Pipedrive.Tests;

public sealed class A_server_of_its_own
{
    [Fact]
    public async Task Is_kept_with_the_token_that_was_bought()
    {
        await using var account = await OpenAsync(
            configure: static options => (options.ClientId, options.ClientSecret) = ("emulator-client", "emulator-secret"),
            credentials: static emulator => new KeptCredentials(new CrmCredentials { RefreshToken = emulator.Tokens.IssueRefreshToken() }));

        await account.Session.ReadOwnersAsync(default);

        ((KeptCredentials)account.Credentials).Kept!.ServerAddress.Should().Be(account.Emulator.BaseAddress);
    }

    [Fact, Trait("Rule", "S3")]
    public async Task Is_told_no_token_in_the_clear()
    {
        await using var account = await OpenAsync(credentials: static _ => new KeptCredentials(
            new CrmCredentials { AccessToken = "secret", ServerAddress = new Uri("http://acme.example.com") }));

        var failed = (await account.Session.Invoking(static session => session.ReadOwnersAsync(default)).Should().ThrowAsync<CrmException>()).Which;

        failed.Failure.Should().Be(CrmFailure.Credentials);
        failed.Message.Should().NotContain("secret");
    }

    [Theory]
    [InlineData("https://api.pipedrive.com", "https://api.pipedrive.com/v1/users/me")]
    [InlineData("https://acme.pipedrive.com", "https://acme.pipedrive.com/api/v1/users/me")]
    public void Knows_the_first_version_by_a_path_of_its_own(string host, string address)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(host), PipedrivePaths.Me));

        new PipedriveHttpRules(new PipedriveOptions(), new AccountDay()).Prepare(message, null);

        message.RequestUri.Should().Be(new Uri(address));
    }

    [Theory]
    [InlineData(null, false, "x-api-token: token")]
    [InlineData("refresh", false, "Authorization: Bearer token")]
    [InlineData(null, true, "Authorization: Bearer token")]
    public void Is_shown_each_kind_of_token_in_its_own_header(string? refreshToken, bool ends, string header)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "https://acme.pipedrive.com");

        new PipedriveHttpRules(new PipedriveOptions(), new AccountDay()).Prepare(
            message, new CrmCredentials { AccessToken = "token", RefreshToken = refreshToken, ExpiresAt = ends ? Instant.MaxValue : null });

        message.Headers.Select(static one => $"{one.Key}: {one.Value.Single()}").Should().Equal(header);
    }
}
