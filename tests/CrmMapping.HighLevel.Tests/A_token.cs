using CrmMapping.Emulators;

namespace CrmMapping.HighLevel.Tests;

[Trait("Rule", "S1")]
public sealed class A_token
{
    [Fact]
    public async Task Is_bought_once_with_its_single_use_refresh_token_by_however_many_need_it()
    {
        await using var account = await WithOAuthAsync();
        var id = account.Create(("email", "ada@example.com"));

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => ReadAsync(account.Session, id))));

        (Kept(account).Saves, account.Emulator.Tokens.Refused).Should().Be((1, 0));
    }

    [Fact]
    public async Task Is_shared_by_processes_that_need_it_at_once_and_none_of_them_gives_the_account_up()
    {
        await using var account = await WithOAuthAsync();
        var id = account.Create(("email", "ada@example.com"));
        // Who was slower waits for the faster to save, which takes time that passes by itself for nobody.
        using var first = account.NewAdapter(time: TimeProvider.System);
        using var second = account.NewAdapter(time: TimeProvider.System);
        using var third = account.NewAdapter(time: TimeProvider.System);

        for (var day = 0; day < 5; day++)
        {
            account.Emulator.Tokens.ExpireAccessTokens();
            await Task.WhenAll(new[] { first, second, third }.SelectMany(adapter => Enumerable.Range(0, 5)
                .Select(_ => Task.Run(() => ReadAsync(adapter.Open(account.Connection), id)))));
        }

        Kept(account).Saves.Should().BeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task Needs_a_person_once_the_app_was_uninstalled()
    {
        await using var account = await WithOAuthAsync();
        account.Emulator.Tokens.RevokeAll();

        var failed = (await account.Awaiting(a => ReadAsync(a.Session, "x")).Should().ThrowAsync<CrmException>()).Which;

        failed.Failure.Should().Be(CrmFailure.Credentials);
        failed.Message.Should().Contain("Connect the account again");
    }

    [Fact]
    public async Task Tells_its_location_when_it_is_bought_and_what_was_bought_is_given_back()
    {
        await using var account = await WithOAuthAsync();
        var given = Kept(account).Kept!;

        var found = await account.Adapter.IdentifyAsync(account.Connection with { AccountId = null }, given, default);

        (found.Id, found.Credentials.RefreshToken == given.RefreshToken, Kept(account).Saves).Should().Be((account.Emulator.LocationId, false, 0));
        Kept(account).Kept = found.Credentials;
        await ReadAsync(account.Session, account.Create(("email", "ada@example.com")));
        account.Emulator.Tokens.Refused.Should().Be(0);
    }

    [Fact]
    public async Task Of_an_agency_is_refused_with_what_to_do()
    {
        await using var account = await WithOAuthAsync(agency: true);

        var identify = () => account.Adapter.IdentifyAsync(account.Connection with { AccountId = null }, Kept(account).Kept!, default);

        (await identify.Should().ThrowAsync<CrmException>()).Which.Message.Should().Contain("Install the app in the location");
    }

    [Fact]
    public async Task That_does_not_tell_its_location_needs_it_said()
    {
        await using var account = await HighLevelAccount.OpenAsync();
        var nowhere = account.Connection with { AccountId = null };

        var identify = () => account.Adapter.IdentifyAsync(nowhere, new CrmCredentials { AccessToken = account.Emulator.PrivateToken }, default);
        var search = () => account.Adapter.Open(nowhere).ReadPageAsync(HighLevelAccount.Fields, null, default);

        (await identify.Should().ThrowAsync<CrmException>()).Which.Message.Should().Contain("LocationId");
        (await search.Should().ThrowAsync<CrmException>()).Which.Message.Should().Contain("AccountId");
    }

    private static async Task ReadAsync(ICrmSession session, string id)
    {
        using var page = await session.ReadAsync(HighLevelAccount.Fields, [id], default);
        page.Should().ContainSingle();
    }

    private static KeptCredentials Kept(HighLevelAccount account) => (KeptCredentials)account.Credentials;

    private static Task<HighLevelAccount> WithOAuthAsync(bool agency = false) => HighLevelAccount.OpenAsync(
        configure: options => (options.ClientId, options.ClientSecret) = ("apQ1emulator-client", "emulator-secret"),
        credentials: emulator => new KeptCredentials(new CrmCredentials
        {
            RefreshToken = agency ? emulator.Tokens.IssueAgencyRefreshToken() : emulator.Tokens.IssueRefreshToken(),
        }));
}
