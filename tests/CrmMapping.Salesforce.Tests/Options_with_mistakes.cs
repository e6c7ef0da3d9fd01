namespace CrmMapping.Salesforce.Tests;

public sealed class Options_with_mistakes
{
    [Fact, Trait("Rule", "S5")]
    public void Are_all_told_at_once()
    {
        var result = Validate(new SalesforceOptions
        {
            LoginAddress = new Uri("http://acme.my.salesforce.com"), ClientId = "app", ExternalIdField = "Host Id", WebhookToken = "short", CallOutcomes = ["Busy", "Busy"], BulkThreshold = 1, BulkPullThreshold = 1,
            ChangeOverlap = TimeSpan.FromDays(2), RequestTimeout = TimeSpan.Zero, Patience = TimeSpan.FromSeconds(-1), RequestsAtOnce = 0,
        });

        result.Should().HaveCount(11);
        result.Select(mistake => mistake.Split('\'')[1]).Should().Equal(
            "LoginAddress", "ExternalIdField", "WebhookToken", "CallOutcomes", "ClientId", "BulkThreshold", "BulkPullThreshold", "ChangeOverlap", "RequestTimeout", "Patience", "RequestsAtOnce");
    }

    [Fact, Trait("Rule", "S5")]
    public void Name_the_key_and_the_user_that_a_signed_token_lacks() =>
        Validate(new SalesforceOptions { Grant = SalesforceGrant.JwtBearer, ClientId = "app", PrivateKey = "no key" }).Should().Equal(
            "Salesforce, 'ClientId' and 'Username': a JWT names both. Set the app's consumer key and the user that approved it.",
            "Salesforce, 'PrivateKey': it is no RSA key in PEM of 2048 bits or more. Give the private key whose certificate the app holds.");

    [Fact, Trait("Rule", "S5")]
    public void Send_client_credentials_to_no_general_login_address() =>
        Validate(new SalesforceOptions { Grant = SalesforceGrant.ClientCredentials, ClientId = "app", ClientSecret = "secret" }).Should().ContainSingle()
            .Which.Should().StartWith("Salesforce, 'LoginAddress': client credentials are not taken there.");

    [Fact]
    public void Are_none_by_default() => Validate(new SalesforceOptions()).Should().BeEmpty();

    private static IReadOnlyList<string> Validate(SalesforceOptions options) =>
        [.. new SalesforceOptionsValidator().Validate(null, options).Failures ?? []];
}
