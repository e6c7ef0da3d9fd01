using CrmMapping.Emulators;
using static CrmMapping.Aircall.Tests.AircallCompany;

namespace CrmMapping.Aircall.Tests;

public sealed class A_code_of_OAuth
{
    private static readonly Uri Redirect = new("https://host.example.com/connected");

    [Fact]
    public async Task Buys_an_access_token_that_opens_the_company()
    {
        await using var company = await Partner();

        var credentials = await company.Adapter.ConnectAsync(Account, company.Emulator.Tokens.IssueCode(), Redirect);

        credentials.KeyId.Should().BeNull();
        (await company.Open(credentials).ReadTagsAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Buys_once()
    {
        await using var company = await Partner();
        var code = company.Emulator.Tokens.IssueCode();
        await company.Adapter.ConnectAsync(Account, code, Redirect);

        await Refused(company, code, "(400)");
    }

    [Fact]
    public async Task Buys_nothing_for_an_app_that_is_not_known()
    {
        await using var company = await OpenAsync(configure: static options => (options.ClientId, options.ClientSecret) = ("emulator-client", "wr0ng"));

        await Refused(company, company.Emulator.Tokens.IssueCode(), "(401)");
    }

    [Fact]
    public async Task Buys_nothing_without_an_app()
    {
        await using var company = await OpenAsync();

        await Refused(company, company.Emulator.Tokens.IssueCode(), "UseOAuth");
        company.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task May_be_used_up_where_no_answer_came()
    {
        await using var company = await Partner();
        company.Emulator.Faults.Next(FaultKind.LostAnswer);

        await Refused(company, company.Emulator.Tokens.IssueCode(), "Connect the account again");
        company.Emulator.Requests.Count.Should().Be(1);
    }

    [Fact]
    public async Task Buys_nothing_where_the_answer_holds_no_token()
    {
        await using var company = await Partner();
        company.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = """{"access_token":""}""" });

        await company.Invoking(one => one.Adapter.ConnectAsync(Account, "code", Redirect)).Should().ThrowAsync<CrmException>();
    }

    private static Task<AircallCompany> Partner() =>
        OpenAsync(configure: static options => (options.ClientId, options.ClientSecret) = ("emulator-client", "emulator-secret"));

    private static async Task Refused(AircallCompany company, string code, string words) =>
        (await company.Invoking(one => one.Adapter.ConnectAsync(Account, code, Redirect)).Should().ThrowAsync<CrmException>())
            .Which.ToString().Should().StartWith("CrmMapping.CrmException: Acme: ").And.Contain(words)
            .And.NotContain(code).And.NotContain("emulator-secret").And.NotContain("wr0ng");
}
