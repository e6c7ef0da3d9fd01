using CrmMapping.Emulators;
using NodaTime;
using static CrmMapping.Aircall.Tests.AircallCompany;

namespace CrmMapping.Aircall.Tests;

public sealed class A_company_that_cannot_be_asked
{
    private const string Secret = "s3cret-of-the-key";

    [Fact]
    public async Task Lets_in_who_has_an_access_token_alone()
    {
        await using var company = await OpenAsync();
        var session = company.Open(new TelephonyCredentials { Secret = company.Emulator.Tokens.IssueAccessToken() });

        (await session.ReadTagsAsync(default)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("a,b")]
    [InlineData("\"a;b=\\c")]
    public async Task Lets_in_who_has_a_token_of_any_signs(string token)
    {
        await using var company = await OpenAsync(settings => settings with { AccessTokens = [token] });

        (await company.Open(new TelephonyCredentials { Secret = token }).ReadTagsAsync(default)).Should().BeEmpty();
    }

    [Theory, Trait("Rule", "S3")]
    [InlineData("aircall-emulator")]
    [InlineData(null)]
    public async Task Refuses_a_wrong_key_which_nothing_shows(string? keyId)
    {
        var lines = new Lines();
        await using var company = await OpenAsync(log: lines);
        var session = company.Open(new TelephonyCredentials { KeyId = keyId, Secret = Secret });

        var thrown = (await session.Invoking(static session => session.ReadTagsAsync(default)).Should().ThrowAsync<CrmException>()).Which;

        thrown.Failure.Should().Be(CrmFailure.Credentials);
        thrown.Message.Should().StartWith("Acme: ").And.Contain("(403)").And.Contain("API key's id and token");
        string.Join('\n', [.. lines.All, thrown.ToString()]).Should().NotContain(Secret).And.NotContain("Basic ").And.NotContain("Bearer ");
        company.Emulator.Requests.Count.Should().Be(1);
    }

    [Fact]
    public async Task Tells_a_request_without_credentials_from_one_with_wrong_ones()
    {
        await using var company = await OpenAsync();
        company.Emulator.Faults.Next(new FaultAnswer { Status = 401, Body = """{"message":"Unauthorized"}""" });

        var thrown = (await company.Session.Invoking(static session => session.ReadTagsAsync(default)).Should().ThrowAsync<CrmException>()).Which;

        thrown.Failure.Should().Be(CrmFailure.Credentials);
        thrown.Message.Should().StartWith("Acme: ").And.Contain("(401)").And.Contain("proxy");
    }

    [Fact]
    public async Task Takes_another_key_once_it_is_opened_with_one()
    {
        await using var company = await OpenAsync();
        var wrong = company.Open(new TelephonyCredentials { Secret = Secret });
        await wrong.Invoking(static session => session.ReadTagsAsync(default)).Should().ThrowAsync<CrmException>();

        (await company.Open(company.Key).ReadTagsAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Forgets_a_key_once_it_is_opened_with_another()
    {
        await using var company = await OpenAsync();
        await company.Session.ReadTagsAsync(default);

        await company.Open(new TelephonyCredentials { Secret = Secret }).Invoking(static session => session.ReadTagsAsync(default))
            .Should().ThrowAsync<CrmException>();
    }

    [Theory, Trait("Rule", "S3")]
    [InlineData("two words")]
    [InlineData("line\nend")]
    [InlineData("")]
    public async Task Is_not_opened_with_what_cannot_be_sent(string secret)
    {
        await using var company = await OpenAsync();

        company.Invoking(one => one.Open(new TelephonyCredentials { Secret = secret })).Should().Throw<CrmException>()
            .Which.Message.Should().Be("Acme: The API key or access token is empty or holds a space or line end. Copy it again, or check that its configuration key is set.");
    }

    [Theory]
    [InlineData(200, "<html>sign in</html>", "text/html")]
    [InlineData(403, "<html>blocked</html>", "text/html")]
    [InlineData(200, "", "application/json")]
    [InlineData(200, """{"tags":[""", "application/json")]
    [InlineData(302, "", "text/html")]
    public async Task Is_asked_again_where_somebody_else_answered(int status, string body, string type)
    {
        await using var company = await OpenAsync();
        var foreign = new FaultAnswer { Status = status, Body = body, ContentType = type };
        company.Emulator.Faults.Next(foreign, count: 2);
        (await company.Session.ReadTagsAsync(default)).Should().BeEmpty();

        company.Emulator.Faults.Next(foreign, count: 50);
        var thrown = (await company.Session.Invoking(static session => session.ReadTagsAsync(default)).Should().ThrowAsync<CrmException>()).Which;

        thrown.Failure.Should().Be(CrmFailure.Passing);
        thrown.Message.Should().StartWith("Acme: ").And.NotContain("html");
    }

    [Theory]
    [InlineData("""{"calls":{}}""")]
    [InlineData("""{"calls":[{"id":"none"}]}""")]
    [InlineData("""{"calls":[{"id":812,"direction":"inbound"}]}""")]
    [InlineData("""{"calls":[{"id":812,"direction":"inbound","started_at":1780000000000000}]}""")]
    [InlineData("""{"calls":[{"id":812,"direction":"inbound","started_at":"June"}]}""")]
    public async Task Says_that_calls_cannot_be_read_without_quoting_them(string body)
    {
        await using var company = await OpenAsync();
        company.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = body });

        (await company.Session.Invoking(static session => session.ReadCallsAsync(Instant.MinValue, null, default)).Should().ThrowAsync<CrmException>())
            .Which.ToString().Should().StartWith("CrmMapping.CrmException: Acme: Aircall's answer to 'read calls' cannot be read").And.NotContain("812");
    }

    [Theory]
    [InlineData(400, """{"error":"Invalid payload","troubleshoot":"from of +1 800 is wrong"}""", "with 400.")]
    [InlineData(422, """{"message":"no +1 800"}""", "with 422.")]
    [InlineData(422, "[]", "with 422, in words that are not its own.")]
    public async Task Says_what_was_refused_in_either_of_two_shapes_without_values(int status, string body, string words)
    {
        await using var company = await OpenAsync();
        company.Emulator.Faults.Next(new FaultAnswer { Status = status, Body = body });

        (await company.Session.Invoking(static session => session.ReadTagsAsync(default)).Should().ThrowAsync<CrmException>())
            .Which.Message.Should().StartWith("Acme: ").And.Contain(words).And.NotContain("800");
    }
}
