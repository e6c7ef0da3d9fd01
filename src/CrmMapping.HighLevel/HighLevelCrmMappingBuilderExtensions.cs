using CrmMapping.HighLevel;
using CrmMapping.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CrmMapping;

/// <summary>Adds HighLevel to an application's contact sync.</summary>
public static class HighLevelCrmMappingBuilderExtensions
{
    /// <summary>Adds HighLevel.</summary>
    /// <param name="crm">The builder.</param>
    /// <param name="configure">Says what is wanted of it; null leaves everything as it is by default.</param>
    /// <returns>The same builder.</returns>
    public static CrmMappingBuilder AddHighLevel(this CrmMappingBuilder crm, Action<HighLevelBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(crm);
        AddServices(crm);
        return crm.AddCrm(new HighLevelBuilder(crm), configure);
    }

    /// <summary>Adds HighLevel with options from a configuration section.</summary>
    /// <param name="crm">The builder.</param>
    /// <param name="section">The section; its keys are the names of <see cref="HighLevelOptions"/>.</param>
    /// <param name="configure">Says what else is wanted, the map above all.</param>
    /// <returns>The same builder.</returns>
    public static CrmMappingBuilder AddHighLevel(
        this CrmMappingBuilder crm, IConfiguration section, Action<HighLevelBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return crm.AddHighLevel(highLevel =>
        {
            new HighLevelConfiguration(section).Apply(highLevel);
            configure?.Invoke(highLevel);
        });
    }

    private static void AddServices(CrmMappingBuilder crm)
    {
        crm.Services.AddCrmHttpClient(HighLevelAdapter.KindName);
        crm.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HighLevelOptions>, HighLevelOptionsValidator>());
        crm.Services.TryAddSingleton(static provider => ActivatorUtilities.CreateInstance<HighLevelAdapter>(
            provider, provider.GetRequiredService<ConnectionCredentials>()));
        crm.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ICrmAdapter, HighLevelAdapter>(
            static provider => provider.GetRequiredService<HighLevelAdapter>()));
        crm.CheckAtStart<HighLevelOptions>();
    }
}
