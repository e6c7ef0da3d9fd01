using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace CrmMapping;

/// <summary>Registers the engine: what works connections, and the ways to ask it for operations.</summary>
internal static class EngineServices
{
    public static void AddEngine(this IServiceCollection services)
    {
        services.TryAddSingleton(static p => new EngineMetrics(p.GetService<IMeterFactory>()));
        services.TryAddSingleton<RunBoard>();
        services.TryAddSingleton(static p => new WorkSlots(p.GetRequiredService<CrmMappingRegistry>().ConcurrentConnections));
        services.TryAddSingleton(static p => new ConnectionCredentials(
            p.GetRequiredService<CrmMappingRegistry>(), p.GetRequiredService<ConnectionDirectory>, p.GetService<ICredentialSource>()));
        services.TryAddSingleton<ConnectionDirectory>();
        services.TryAddSingleton<ConnectionMaps>();
        services.TryAddSingleton(static p => new ScopeOpener(
            p.GetRequiredService<ConnectionMaps>(),
            p.GetServices<ICrmAdapter>(),
            p.GetRequiredService<ISyncStore>(),
            p.GetRequiredService<LocalSide>(),
            p.GetRequiredService<IPhoneNumberNormalizer>(),
            p.GetRequiredService<IClock>(),
            p.GetRequiredService<EngineMetrics>(),
            Logger(p)));
        services.TryAddSingleton(static p => new SyncEngine(
            p.GetRequiredService<ConnectionDirectory>(),
            p.GetRequiredService<ScopeOpener>(),
            p.GetRequiredService<ISyncStore>(),
            p.GetRequiredService<RunBoard>(),
            p.GetRequiredService<WorkSlots>(),
            p.GetRequiredService<IClock>(),
            p.GetRequiredService<TimeProvider>(),
            Logger(p),
            new HostServices(p.GetService<IUserDirectory>(), p.GetService<IDispositionStatuses>(), p.GetService<ILineTypeLookup>(), Calls(p))));
        services.TryAddSingleton(static p => new WakeUps(
            p.GetRequiredService<IChangeQueue>(), p.GetRequiredService<SyncEngine>(), p.GetRequiredService<TimeProvider>(), Logger(p)));
        services.TryAddSingleton<ICrmNotices>(static p => new CrmNotices(
            Checked(p).GetRequiredService<ConnectionDirectory>(),
            p.GetRequiredService<ISyncStore>(),
            p.GetRequiredService<WakeUps>(),
            p.GetRequiredService<IClock>()));
        services.TryAddSingleton(static p => new Telephonies(p.GetRequiredService<ITelephonyAccounts>(), p.GetServices<ITelephonyAdapter>()));
        services.TryAddSingleton<ICrmCalls>(static p => new CrmCalls(
            Checked(p).GetRequiredService<ConnectionDirectory>(),
            p.GetRequiredService<ScopeOpener>(),
            p.GetRequiredService<SyncEngine>().Calls,
            p.GetRequiredService<WakeUps>(),
            p.GetRequiredService<IClock>()));
        services.TryAddSingleton<MappingEditor>();
        services.TryAddSingleton<AccountCheck>();
        services.TryAddSingleton<ConnectionEditor>();
        services.TryAddSingleton<ICrmConnections>(static p => ActivatorUtilities.CreateInstance<CrmConnections>(Checked(p)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SyncService>(static p => new SyncService(
            Checked(p).GetRequiredService<ConnectionDirectory>(),
            p.GetRequiredService<ISyncStore>(),
            p.GetRequiredService<IChangeQueue>(),
            p.GetRequiredService<SyncEngine>(),
            p.GetRequiredService<IClock>(),
            p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<CrmMappingRegistry>().JournalRetention,
            Logger(p))));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TelephonyService>(static p => new TelephonyService(
            Checked(p).GetRequiredService<SyncEngine>().Calls,
            p.GetRequiredService<ConnectionDirectory>(),
            p.GetRequiredService<ISyncStore>(),
            p.GetRequiredService<ICrmCalls>(),
            p.GetRequiredService<IClock>(),
            p.GetRequiredService<TimeProvider>(),
            Logger(p))));
    }

    // A store of the host's own need not keep activities.
    private static CallServices? Calls(IServiceProvider provider)
    {
        if (provider.GetService<IActivityStore>() is not { } store)
        {
            return null;
        }

        var telephonies = provider.GetRequiredService<Telephonies>();
        var outcomes = new OutcomeDesk(store, telephonies, provider.GetService<ICallOutcomes>(), provider.GetRequiredService<IClock>());
        return new CallServices(store, telephonies, outcomes, provider.GetService<ActivityTracking>());
    }

    // A host makes its services before it validates; what is missing is to be told in our words, with everything else that is wrong.
    private static IServiceProvider Checked(IServiceProvider provider)
    {
        provider.GetRequiredService<ConfigurationCheck>().EnsureValid();
        return provider;
    }

    // A host without logging is served as well, and one that adds it later is not kept from it.
    private static ILogger Logger(IServiceProvider provider) =>
        (provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("CrmMapping");
}
