using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrmMapping.Salesforce.Tests;

public sealed class Registering_Salesforce
{
    [Fact]
    public void Takes_every_option_from_configuration()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Grant"] = "ClientCredentials", ["LoginAddress"] = "https://acme.my.salesforce.com", ["ClientId"] = "app", ["ClientSecret"] = "secret",
            ["ExternalIdField"] = "Host_Id__c", ["WebhookToken"] = "a-token-of-twenty-letters", ["SavesDuplicates"] = "true", ["BulkThreshold"] = "500",
            ["ChangeOverlap"] = "00:05:00", ["RequestTimeout"] = "00:00:30", ["Patience"] = "00:01:00", ["RequestsAtOnce"] = "9",
        }).Build();
        var services = new ServiceCollection();

        services.AddCrmMapping(crm => crm.AddSalesforce(section));

        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IOptions<SalesforceOptions>>().Value.Should().BeEquivalentTo(new SalesforceOptions
        {
            Grant = SalesforceGrant.ClientCredentials, LoginAddress = new Uri("https://acme.my.salesforce.com"), ClientId = "app", ClientSecret = "secret",
            ExternalIdField = "Host_Id__c", WebhookToken = "a-token-of-twenty-letters", SavesDuplicates = true, BulkThreshold = 500,
            ChangeOverlap = TimeSpan.FromMinutes(5), RequestTimeout = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromMinutes(1), RequestsAtOnce = 9,
        });
    }

    [Fact, Trait("Rule", "S5")]
    public void Tells_of_a_configured_text_that_cannot_be_read()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["BulkThreshold"] = "many" }).Build();
        using var provider = new ServiceCollection().AddCrmMapping(crm => crm.AddSalesforce(section)).BuildServiceProvider();

        var read = () => provider.GetRequiredService<IOptions<SalesforceOptions>>().Value;

        read.Should().Throw<OptionsValidationException>().WithMessage("Salesforce, 'BulkThreshold': its configured text cannot be read.*");
    }
}
