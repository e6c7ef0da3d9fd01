using CrmMapping.Http;
using CrmMapping.Pipedrive;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CrmMapping;

/// <summary>Adds Pipedrive to an application's contact sync.</summary>
public static class PipedriveCrmMappingBuilderExtensions
{
    /// <summary>Adds Pipedrive.</summary>
    /// <param name="crm">The builder.</param>
    /// <param name="configure">Says what is wanted of it; null leaves everything as it is by default.</param>
    /// <returns>The same builder.</returns>
    public static CrmMappingBuilder AddPipedrive(this CrmMappingBuilder crm, Action<PipedriveBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(crm);
        AddServices(crm);
        return crm.AddCrm(new PipedriveBuilder(crm), configure);
    }

    /// <summary>Adds Pipedrive with options from a configuration section.</summary>
    /// <param name="crm">The builder.</param>
    /// <param name="section">The section; its keys are the names of <see cref="PipedriveOptions"/>.</param>
    /// <param name="configure">Says what else is wanted, the map above all.</param>
    /// <returns>The same builder.</returns>
    public static CrmMappingBuilder AddPipedrive(
        this CrmMappingBuilder crm, IConfiguration section, Action<PipedriveBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return crm.AddPipedrive(pipedrive =>
        {
            new PipedriveConfiguration(section).Apply(pipedrive);
            configure?.Invoke(pipedrive);
        });
    }

    private static void AddServices(CrmMappingBuilder crm)
    {
        crm.Services.AddCrmHttpClient(PipedriveAdapter.KindName);
        crm.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PipedriveOptions>, PipedriveOptionsValidator>());
        crm.Services.TryAddSingleton(static provider => ActivatorUtilities.CreateInstance<PipedriveAdapter>(
            provider, provider.GetRequiredService<ConnectionCredentials>()));
        crm.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ICrmAdapter, PipedriveAdapter>(
            static provider => provider.GetRequiredService<PipedriveAdapter>()));
        crm.CheckAtStart<PipedriveOptions>();
    }
}
