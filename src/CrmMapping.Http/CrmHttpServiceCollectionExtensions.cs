using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.Http;

/// <summary>Registers what an adapter sends its requests with.</summary>
public static class CrmHttpServiceCollectionExtensions
{
    /// <summary>Adds the HTTP client of a CRM: it follows no redirect, so that the token goes nowhere else, and logs no address.</summary>
    /// <param name="services">The services.</param>
    /// <param name="kind">The CRM's name, which is the client's too.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddCrmHttpClient(this IServiceCollection services, string kind)
    {
        services.AddHttpClient(kind, static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(10),
            })
            .RemoveAllLoggers();
        return services;
    }
}
