using CrmMapping.Http;
using CrmMapping.Salesforce;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CrmMapping;

/// <summary>Adds Salesforce to an application's contact sync.</summary>
public static class SalesforceCrmMappingBuilderExtensions
{
    /// <summary>Adds Salesforce.</summary>
    /// <param name="crm">The builder.</param>
    /// <param name="configure">Says what is wanted of it; null leaves everything as it is by default.</param>
    /// <returns>The same builder.</returns>
    public static CrmMappingBuilder AddSalesforce(this CrmMappingBuilder crm, Action<SalesforceBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(crm);
        AddServices(crm);
        return crm.AddCrm(new SalesforceBuilder(crm), configure);
    }

    /// <summary>Adds Salesforce with options from a configuration section.</summary>
    /// <param name="crm">The builder.</param>
    /// <param name="section">The section; its keys are the names of <see cref="SalesforceOptions"/>.</param>
    /// <param name="configure">Says what else is wanted, the map above all.</param>
    /// <returns>The same builder.</returns>
    public static CrmMappingBuilder AddSalesforce(
        this CrmMappingBuilder crm, IConfiguration section, Action<SalesforceBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return crm.AddSalesforce(salesforce =>
        {
            new SalesforceConfiguration(section).Apply(salesforce);
            configure?.Invoke(salesforce);
        });
    }

    private static void AddServices(CrmMappingBuilder crm)
    {
        crm.Services.AddCrmHttpClient(SalesforceAdapter.KindName);
        crm.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SalesforceOptions>, SalesforceOptionsValidator>());
        crm.Services.TryAddSingleton(static provider => ActivatorUtilities.CreateInstance<SalesforceAdapter>(
            provider, provider.GetRequiredService<ConnectionCredentials>()));
        crm.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ICrmAdapter, SalesforceAdapter>(
            static provider => provider.GetRequiredService<SalesforceAdapter>()));
        crm.CheckAtStart<SalesforceOptions>();
    }
}
