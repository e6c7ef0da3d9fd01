using CrmMapping.Http;
using CrmMapping.HubSpot;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CrmMapping;

/// <summary>Adds HubSpot to an application's contact sync.</summary>
public static class HubSpotCrmMappingBuilderExtensions
{
    /// <summary>Adds HubSpot.</summary>
    /// <param name="crm">The builder.</param>
    /// <param name="configure">Says what is wanted of it; null leaves everything as it is by default.</param>
    /// <returns>The same builder.</returns>
    public static CrmMappingBuilder AddHubSpot(this CrmMappingBuilder crm, Action<HubSpotBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(crm);
        AddServices(crm);
        return crm.AddCrm(new HubSpotBuilder(crm), configure);
    }

    /// <summary>Adds HubSpot with options from a configuration section.</summary>
    /// <param name="crm">The builder.</param>
    /// <param name="section">The section; its keys are the names of <see cref="HubSpotOptions"/>.</param>
    /// <param name="configure">Says what else is wanted, the map above all.</param>
    /// <returns>The same builder.</returns>
    public static CrmMappingBuilder AddHubSpot(
        this CrmMappingBuilder crm, IConfiguration section, Action<HubSpotBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return crm.AddHubSpot(hubSpot =>
        {
            new HubSpotConfiguration(section).Apply(hubSpot);
            configure?.Invoke(hubSpot);
        });
    }

    private static void AddServices(CrmMappingBuilder crm)
    {
        crm.Services.AddCrmHttpClient(HubSpotAdapter.KindName);
        crm.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HubSpotOptions>, HubSpotOptionsValidator>());
        crm.Services.TryAddSingleton(static provider => ActivatorUtilities.CreateInstance<HubSpotAdapter>(
            provider, provider.GetRequiredService<ConnectionCredentials>()));
        crm.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ICrmAdapter, HubSpotAdapter>(
            static provider => provider.GetRequiredService<HubSpotAdapter>()));
        crm.CheckAtStart<HubSpotOptions>();
    }
}
