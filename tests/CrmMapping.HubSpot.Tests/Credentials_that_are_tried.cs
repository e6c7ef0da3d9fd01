using CrmMapping.Emulators;

namespace CrmMapping.HubSpot.Tests;

public sealed class Credentials_that_are_tried
{
    private static readonly Connection Acme = new() { Name = "Acme", Kind = "HubSpot" };

    [Fact, Trait("Rule", "E8")]
    public async Task Tell_the_portal_that_they_open_as_webhooks_name_it()
    {
        await using var account = await HubSpotAccount.OpenAsync(options => options with { PortalId = 77 });
        var credentials = new CrmCredentials { AccessToken = account.Emulator.AccessToken };

        var found = await account.Accounts.IdentifyAsync(Acme, credentials, default);

        found.Should().Be(new CrmAccount { Id = "77", Credentials = credentials });
        account.Emulator.RequestCount.Should().Be(1);
    }

    [Fact, Trait("Rule", "E8")]
    public async Task Give_back_what_was_bought_with_them_and_leave_those_that_are_kept_alone()
    {
        await using var account = await HubSpotAccount.OpenAsync(
            options => options with { RotatesRefreshTokens = true },
            options => (options.ClientId, options.ClientSecret) = ("emulator-client", "emulator-secret"));
        var kept = ((KeptCredentials)account.Credentials).Kept;
        var credentials = new CrmCredentials { RefreshToken = account.Emulator.OAuth.IssueRefreshToken() };

        var found = await account.Accounts.IdentifyAsync(Acme, credentials, default);

        found.Credentials.AccessToken.Should().NotBeNull();
        found.Credentials.RefreshToken.Should().NotBe(credentials.RefreshToken, "the first one is used up");
        ((KeptCredentials)account.Credentials).Should().Match<KeptCredentials>(source => source.Saves == 0 && source.Kept == kept);
    }

    [Fact]
    public async Task Are_good_though_they_may_not_ask_which_portal_it_is()
    {
        await using var account = await HubSpotAccount.OpenAsync();
        account.Emulator.Faults.Next(new FaultAnswer { Status = 403, Body = """{"status":"error","category":"MISSING_SCOPES","message":"m"}""" });
        var credentials = new CrmCredentials { AccessToken = account.Emulator.AccessToken };

        (await account.Accounts.IdentifyAsync(Acme, credentials, default)).Should().Be(new CrmAccount { Id = null, Credentials = credentials });
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"portalId":null}""")]
    public async Task Tell_nothing_where_the_answer_names_no_portal(string body)
    {
        await using var account = await HubSpotAccount.OpenAsync();
        account.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = body });

        var identify = () => account.Accounts.IdentifyAsync(Acme, new CrmCredentials { AccessToken = account.Emulator.AccessToken }, default);

        (await identify.Should().ThrowAsync<CrmException>()).Which.Failure.Should().Be(CrmFailure.Passing);
    }
}
