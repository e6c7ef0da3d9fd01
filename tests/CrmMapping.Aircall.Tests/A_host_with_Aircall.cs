using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrmMapping.Aircall.Tests;

public sealed class A_host_with_Aircall
{
    [Fact]
    public async Task Has_the_account_of_its_key_with_the_tokens_of_its_webhooks()
    {
        await using var provider = Provider(static crm => crm.AddAircall(static aircall => aircall.UseApiKey("id", "token", "one", "two")));
        var accounts = provider.GetRequiredService<ITelephonyAccounts>();

        var account = (await accounts.ReadAllAsync(default)).Single();

        account.Should().Be(new TelephonyAccount("Aircall", "Aircall"));
        (await accounts.FindCredentialsAsync(account, default)).Should().Be(
            new TelephonyCredentials { KeyId = "id", Secret = "token", WebhookTokens = ["one", "two"] });
        provider.GetServices<ITelephonyAdapter>().Should().ContainSingle().Which.Should().BeSameAs(provider.GetRequiredService<AircallAdapter>());
    }

    [Fact]
    public async Task Has_no_account_but_those_it_adds()
    {
        var acme = new TelephonyAccount("Acme", "Aircall", "north");
        await using var provider = Provider(crm => crm.AddAircall().AddTelephony(acme, new TelephonyCredentials { Secret = "access" }));

        (await provider.GetRequiredService<ITelephonyAccounts>().ReadAllAsync(default)).Should().Equal(acme);
    }

    [Fact]
    public void Takes_options_from_its_configuration()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["BaseAddress"] = "https://aircall.example.com", ["RequestsPerMinute"] = "120", ["RequestTimeout"] = "00:00:10", ["Patience"] = "00:05:00",
            ["ClientId"] = "app", ["ClientSecret"] = "secret",
        }).Build();
        using var provider = Provider(crm => crm.AddAircall(section));

        provider.GetRequiredService<IOptions<AircallOptions>>().Value.Should().BeEquivalentTo(new AircallOptions
        {
            BaseAddress = new Uri("https://aircall.example.com"), RequestsPerMinute = 120, RequestTimeout = TimeSpan.FromSeconds(10),
            Patience = TimeSpan.FromMinutes(5), ClientId = "app", ClientSecret = "secret",
        });
    }

    [Fact, Trait("Rule", "S5")]
    public void Is_told_of_every_mistake_at_once()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["RequestsPerMinute"] = "many" }).Build();

        Mistakes(crm => crm.AddAircall(section, static aircall => aircall.UseApiKey(null, " ", webhookTokens: [null])))
            .Where(static mistake => mistake.Code is "CRM1108" or "CRM1142").Select(static mistake => $"{mistake.Code} {mistake.Field}")
            .Should().BeEquivalentTo("CRM1108 ", "CRM1142 KeyId", "CRM1142 Secret", "CRM1142 WebhookTokens");
    }

    [Fact, Trait("Rule", "S3")]
    public void Shows_no_secret_among_its_mistakes() =>
        Mistakes(static crm => crm.AddTelephony(new TelephonyAccount("Acme", "Aircal"), new TelephonyCredentials { Secret = "s3cret", WebhookTokens = ["t0ken"] }))
            .Select(static mistake => mistake.ToString()).Should().NotContain(static text => text.Contains("s3cret") || text.Contains("t0ken"));

    private static ServiceProvider Provider(Action<CrmMappingBuilder> configure) =>
        new ServiceCollection().AddLogging().AddCrmMapping(configure).BuildServiceProvider();

    private static IReadOnlyList<MappingMistake> Mistakes(Action<CrmMappingBuilder> configure)
    {
        using var provider = Provider(configure);
        return provider.GetRequiredService<IStartupValidator>().Invoking(static validator => validator.Validate())
            .Should().Throw<CrmMappingConfigurationException>().Which.Mistakes;
    }
}
