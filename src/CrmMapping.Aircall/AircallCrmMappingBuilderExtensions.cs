using CrmMapping.Aircall;
using CrmMapping.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CrmMapping;

/// <summary>Adds Aircall to an application, so that its calls are logged.</summary>
public static class AircallCrmMappingBuilderExtensions
{
    /// <summary>Adds Aircall.</summary>
    /// <param name="crm">The builder.</param>
    /// <param name="configure">Says what is wanted of it; null leaves everything as it is by default.</param>
    /// <returns>The same builder.</returns>
    public static CrmMappingBuilder AddAircall(this CrmMappingBuilder crm, Action<AircallBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(crm);
        AddServices(crm);
        var builder = new AircallBuilder(crm);
        configure?.Invoke(builder);
        return builder.Declare();
    }

    /// <summary>Adds Aircall with options from a configuration section.</summary>
    /// <param name="crm">The builder.</param>
    /// <param name="section">The section; its keys are the names of <see cref="AircallOptions"/>.</param>
    /// <param name="configure">Says what else is wanted.</param>
    /// <returns>The same builder.</returns>
    public static CrmMappingBuilder AddAircall(this CrmMappingBuilder crm, IConfiguration section, Action<AircallBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return crm.AddAircall(aircall =>
        {
            aircall.Configure(new AircallConfiguration(section).Apply);
            configure?.Invoke(aircall);
        });
    }

    private static void AddServices(CrmMappingBuilder crm)
    {
        crm.Services.AddCrmHttpClient(AircallAdapter.KindName);
        crm.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AircallOptions>, AircallOptionsValidator>());
        crm.Services.TryAddSingleton<AircallAdapter>();
        crm.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ITelephonyAdapter, AircallAdapter>(
            static provider => provider.GetRequiredService<AircallAdapter>()));
        crm.CheckAtStart<AircallOptions>();
    }
}
