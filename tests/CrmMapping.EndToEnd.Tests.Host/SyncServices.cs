using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Registers what every host of the tests consists of: SQLite for state and contacts, HubSpot for the CRM.</summary>
public static class SyncServices
{
    /// <summary>Begins a token by which an OAuth app buys others.</summary>
    public const string RefreshToken = "na1-";

    public const string ClientId = "emulator-client";

    public const string ClientSecret = "emulator-secret";

    public static IServiceCollection AddSync(
        this IServiceCollection services, Uri crm, string token, string file, TimeProvider time, Action<HubSpotBuilder>? configure = null)
    {
        services.AddSingleton(time);
        return services.AddCrmMapping(builder => builder
            .UseSqlite($"Data Source={file}")
            .UseSqliteContacts<Person>($"Data Source={file}", keys => keys.Phone(c => c.Phone).Email(c => c.Email))
            .AddHubSpot(hubSpot =>
            {
                Open(builder, hubSpot, token);
                hubSpot.UseContactMap<PersonMap>().ContactCreation(SyncFlow.BothWays).Configure(options =>
                {
                    options.BaseAddress = crm;
                    options.SearchLag = TimeSpan.FromSeconds(2);
                    options.RequestTimeout = TimeSpan.FromMinutes(9);
                    options.RequestsPerTenSeconds = 10_000;
                    options.SearchesPerSecond = 1_000;
                });
                configure?.Invoke(hubSpot);
            }));
    }

    private static void Open(CrmMappingBuilder builder, HubSpotBuilder hubSpot, string token)
    {
        if (!token.StartsWith(RefreshToken, StringComparison.Ordinal))
        {
            hubSpot.UseAccessToken(token);
            return;
        }

        hubSpot.UseOAuth(ClientId, ClientSecret);
        builder.AddConnection(
            new Connection { Name = "HubSpot", Kind = "HubSpot", Settings = new ConnectionSettings { ContactCreation = SyncFlow.BothWays } },
            new CrmCredentials { RefreshToken = token });
    }

    /// <summary>Chooses the map that every operation has something to do for.</summary>
    public static void Staffed(HubSpotBuilder hubSpot) => hubSpot
        .UseContactMap<StaffedPersonMap>().DefaultPhoneRegion("US").Calls(new CallSettings { LogCalls = true, LogMessages = true });

    /// <summary>Adds the host's users, its telephony and its list of statuses, beside the file that it keeps its contacts in.</summary>
    public static void AddStaff(this IServiceCollection services, string file)
    {
        services.AddSingleton<IUserDirectory, Operators>();
        services.Replace(ServiceDescriptor.Singleton<ITelephonyAccounts, StaffPhones>());
        services.AddCrmMapping(crm => crm.AddCallOutcomes(outcomes => outcomes
            .Default(CallSituation.OutboundAnswered, "Connected")
            .Default(CallSituation.InboundMissed, "No answer")
            .Default(CallSituation.InboundVoicemail, "Left voicemail")));
        services.AddSingleton<IDispositionStatuses>(_ => new StatusFile(StatusFile.Beside(file)));
    }

    /// <summary>Lets the host write what a contact's calls and messages add up to where its company stands.</summary>
    public static void TrackCalls(this IServiceCollection services) => services.AddCrmMapping(static crm => crm.TrackActivity<Person>(
        static (contact, activity) => contact.Company =
            $"{activity.InboundCalls.Count + activity.OutboundCalls.Count} calls, last {activity.LastCall?.Text}; {activity.InboundMessages.Count} messages"));

    /// <summary>
    /// Lets the host die at a step: before or after a request, a commit, a write to the contacts or to the calls, or a save of a token or of statuses.
    /// </summary>
    public static void DieAt(this IServiceCollection services, KillPoint kill)
    {
        services.AddHttpClient("HubSpot").AddHttpMessageHandler(() => new KilledRequests(kill));
        services.Decorate<ISyncStore>(store => kill.Around(store, "commit"));
        services.Decorate<IContactRepository<Person>>(contacts => kill.AroundAs<ICountedPeople>(contacts, "local-write"));
        services.Decorate<IActivityStore>(calls => kill.Around(calls, "calls-write"));
        services.Decorate<ICredentialSource>(credentials => kill.Around(credentials, "token-save"));
        if (services.Any(static service => service.ServiceType == typeof(IDispositionStatuses)))
        {
            services.Decorate<IDispositionStatuses>(statuses => kill.Around(statuses, "status-save"));
        }
    }

    /// <summary>Puts a wrapper around a service that is registered already.</summary>
    public static void Decorate<T>(this IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        var inner = services.Last(s => s.ServiceType == typeof(T));
        services.Remove(inner);
        services.AddSingleton(provider => wrap(
            (T)(inner.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!))));
    }
}
