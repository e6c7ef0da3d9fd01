using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrmMapping.Outcomes.Tests.Authoring;

public sealed class An_application_that_says_outcomes
{
    [Fact]
    public void Gives_them_to_whatever_logs_calls()
    {
        using var services = new ServiceCollection()
            .AddCrmMapping(static crm => crm.AddCallOutcomes(static outcomes => outcomes.MapTag("sold").To("Closed"))).BuildServiceProvider();

        services.GetRequiredService<CallOutcomes>().Rules.Should().Equal(new WrittenRule("sold", "Closed"));
    }

    [Fact, Trait("Rule", "S5")]
    public void Does_not_start_while_something_in_them_is_wrong()
    {
        using var services = new ServiceCollection()
            .AddCrmMapping(static crm => crm
                .AddCallOutcomes(static outcomes => outcomes.MapTag("sold").To(""))
                .AddCallOutcomes(static outcomes => outcomes.MapTag("").To("Closed")))
            .BuildServiceProvider();

        services.Invoking(static s => s.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<CrmMappingConfigurationException>()
            .Which.Mistakes.Select(static mistake => mistake.Code).Should().StartWith(["CRM4005", "CRM4008"]).And.NotContain("CRM4004");
    }
}
