using CrmMapping;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds contact sync with CRMs to an application.</summary>
public static class CrmMappingServiceCollectionExtensions
{
    /// <summary>Adds contact sync with CRMs.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Says where the contacts are, which CRMs there are, and by which maps they are kept in sync.</param>
    /// <returns>The services.</returns>
    /// <remarks>May be called several times; all calls configure the same. What is wrong is reported when the host starts.</remarks>
    public static IServiceCollection AddCrmMapping(this IServiceCollection services, Action<CrmMappingBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var registry = services.FirstOrDefault(static service => service.ServiceType == typeof(CrmMappingRegistry))
            ?.ImplementationInstance as CrmMappingRegistry ?? AddServices(services);
        configure(new CrmMappingBuilder(services, registry));
        return services;
    }

    private static CrmMappingRegistry AddServices(IServiceCollection services)
    {
        var registry = new CrmMappingRegistry();
        services.AddSingleton(registry);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IClock>(static provider => new TimeProviderClock(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IPhoneNumberNormalizer, PhoneNumberNormalizer>();
        services.TryAddSingleton<ITelephonyAccounts, DeclaredTelephonies>();
        services.TryAddSingleton<AdapterList>();
        services.TryAddSingleton<MapCatalog>();
        services.TryAddSingleton<ConfigurationCheck>();
        AddStartupValidator(services);
        services.AddEngine();
        return registry;
    }

    // A host asks one validator only, and options register the framework's with TryAdd: ours goes round it, so that options which the
    // host validates, before this call or after it, are validated still.
    private static void AddStartupValidator(IServiceCollection services)
    {
        services.AddOptions<CrmMappingStartOptions>().ValidateOnStart();
        var inner = services.Last(static service => service.ServiceType == typeof(IStartupValidator));
        services.Replace(ServiceDescriptor.Transient<IStartupValidator>(provider => new CrmMappingStartupValidator(
            provider.GetRequiredService<ConfigurationCheck>(), Make(inner, provider))));
    }

    private static IStartupValidator Make(ServiceDescriptor inner, IServiceProvider provider) =>
        (IStartupValidator)(inner.ImplementationInstance
            ?? inner.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!));
}
