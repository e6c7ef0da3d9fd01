using CrmMapping.Emulators;
using NodaTime;
using static CrmMapping.HubSpot.Tests.HubSpotAccount;

namespace CrmMapping.HubSpot.Tests;

public sealed class A_token
{
    [Fact]
    public async Task Is_bought_once_by_however_many_need_it()
    {
        await using var account = await WithOAuthAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => account.Session.ReadOwnersAsync(default))));

        Kept(account).Saves.Should().Be(1);
    }

    [Fact]
    public async Task Is_renewed_before_it_ends()
    {
        await using var account = await WithOAuthAsync();
        await account.Session.ReadOwnersAsync(default);
        account.Time.Advance(TimeSpan.FromSeconds(1750));

        await account.Session.ReadOwnersAsync(default);

        Kept(account).Saves.Should().Be(2);
        account.Emulator.Requests.ByStatus.Should().NotContainKey(401);
    }

    [Fact]
    public async Task Is_renewed_once_when_HubSpot_refuses_it()
    {
        await using var account = await WithOAuthAsync(accessToken: "no-longer-good");

        await account.Session.ReadOwnersAsync(default);

        Kept(account).Saves.Should().Be(1);
        account.Emulator.Requests.ByStatus[401].Should().Be(1);
    }

    [Fact]
    public async Task Keeps_the_refresh_token_that_came_with_it()
    {
        await using var account = await WithOAuthAsync(options => options with { RotatesRefreshTokens = true });
        var first = Kept(account).Kept!.RefreshToken;

        await account.Session.ReadOwnersAsync(default);
        account.Time.Advance(TimeSpan.FromHours(1));
        await account.Session.ReadOwnersAsync(default);

        Kept(account).Saves.Should().Be(2);
        Kept(account).Kept!.RefreshToken.Should().NotBe(first);
    }

    [Fact]
    public async Task Needs_a_person_once_the_app_was_uninstalled()
    {
        await using var account = await WithOAuthAsync();
        account.Emulator.OAuth.RevokeRefreshTokens();

        var read = () => account.Session.ReadOwnersAsync(default);

        var failed = (await read.Should().ThrowAsync<CrmException>()).Which;
        failed.Failure.Should().Be(CrmFailure.Credentials);
        failed.Message.Should().Contain("Connect the account again");
    }

    [Fact]
    public async Task Is_asked_for_again_when_the_token_service_stumbles()
    {
        await using var account = await WithOAuthAsync();
        account.Emulator.Faults.Next(FaultKind.ServerError, "oauth");

        await account.Session.ReadOwnersAsync(default);

        Kept(account).Saves.Should().Be(1);
    }

    [Fact, Trait("Rule", "E8")]
    public async Task Is_read_anew_once_the_connection_was_saved_as_it_may_have_been_reconnected()
    {
        await using var account = await OpenAsync();
        await account.Session.ReadOwnersAsync(default);
        Kept(account).Kept = new CrmCredentials { AccessToken = "of-another-day" };
        await account.Session.ReadOwnersAsync(default);

        await using var reopened = account.Open(version: 1);

        var read = () => reopened.ReadOwnersAsync(default);
        (await read.Should().ThrowAsync<CrmException>()).Which.Failure.Should().Be(CrmFailure.Credentials);
    }

    [Fact, Trait("Rule", "S3")]
    public async Task Is_in_no_log_and_no_exception_and_neither_is_a_value()
    {
        var log = new Lines();
        await using var account = await OpenAsync(
            configure: options => (options.ClientId, options.ClientSecret) = ("emulator-client", "emulator-secret"),
            credentials: _ => new KeptCredentials(new CrmCredentials { AccessToken = "secret-access", RefreshToken = "secret-refresh" }),
            log: log);
        var read = () => account.Session.ReadOwnersAsync(default);

        var failed = (await read.Should().ThrowAsync<CrmException>()).Which.ToString();
        Kept(account).Kept = new CrmCredentials { AccessToken = account.Emulator.AccessToken };
        account.Create("ada@example.com");
        var results = await account.Session.WriteAsync(
            Fields, [Create("1", ("email", "ada@example.com")), Create("2", ("email", "no address"), ("firstname", "Grace"))], default);
        var told = results.Select(result => $"{result.Message} {string.Join(' ', result.RefusedFields)}");

        log.All.Should().NotBeEmpty();
        string.Join('\n', [failed, .. told, .. log.All]).Should().NotContainAny(
            "secret-access", "secret-refresh", "emulator-secret", account.Emulator.AccessToken, "ada@example.com", "no address", "Grace");
    }

    private static KeptCredentials Kept(HubSpotAccount account) => (KeptCredentials)account.Credentials;

    private static Task<HubSpotAccount> WithOAuthAsync(
        Func<HubSpotEmulatorOptions, HubSpotEmulatorOptions>? settings = null, string? accessToken = null) => OpenAsync(
        settings,
        options => (options.ClientId, options.ClientSecret) = ("emulator-client", "emulator-secret"),
        emulator => new KeptCredentials(
            new CrmCredentials { AccessToken = accessToken, RefreshToken = emulator.OAuth.IssueRefreshToken() }));
}
