using System.Net;
using static CrmMapping.Http.Tests.StubCrm;

namespace CrmMapping.Http.Tests;

public sealed class An_account_with_a_server_of_its_own
{
    private static readonly Func<HttpResponseMessage> Yes = Says(HttpStatusCode.OK, "{}");
    private static readonly Func<HttpResponseMessage> Sold = Says(HttpStatusCode.OK, """{"access_token":"new","expires_in":1800}""");

    [Fact]
    public async Task Is_asked_there()
    {
        using var crm = new StubCrm(Yes);
        crm.Credentials.Kept = new CrmCredentials { AccessToken = "token", ServerAddress = new Uri("https://acme.example.com") };

        using var answer = await crm.SendAsync();

        crm.Asked.Should().Equal("https://acme.example.com/it");
    }

    [Fact]
    public async Task Keeps_it_when_a_new_token_names_none()
    {
        using var crm = new StubCrm(Sold, Yes);
        crm.Credentials.Kept = new CrmCredentials { RefreshToken = "refresh", ServerAddress = new Uri("https://acme.example.com") };

        using var answer = await crm.SendAsync();

        crm.Asked.Should().Equal("https://crm.example.com/token", "https://acme.example.com/it");
        crm.Credentials.Kept.Should().Be(new CrmCredentials
        {
            AccessToken = "new",
            RefreshToken = "refresh",
            ServerAddress = new Uri("https://acme.example.com"),
            ExpiresAt = crm.Credentials.Kept.ExpiresAt,
        });
    }

    [Fact]
    public async Task Gets_the_headers_of_one_request_beside_those_of_all()
    {
        using var crm = new StubCrm(Yes);

        using var answer = await crm.Client.SendAsync(Request() with { Headers = [new("X-Only", "this one")] }, default);
        using var other = await crm.SendAsync();

        crm.Asked.Should().Equal("https://crm.example.com/it X-Only=this one", "https://crm.example.com/it");
        crm.Tokens.Should().Equal("token", "token");
    }
}
