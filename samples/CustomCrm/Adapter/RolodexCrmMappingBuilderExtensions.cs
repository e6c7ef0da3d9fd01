using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CustomCrm;

/// <summary>Adds Rolodex to an application's contact sync, as <c>AddHubSpot</c> adds HubSpot.</summary>
public static class RolodexCrmMappingBuilderExtensions
{
    public static CrmMappingBuilder AddRolodex(this CrmMappingBuilder crm, Uri address, Action<RolodexBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(crm);
        crm.Services.AddCrmHttpClient(RolodexAdapter.KindName);
        crm.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ICrmAdapter, RolodexAdapter>(services => new RolodexAdapter(
            address, services.GetRequiredService<IHttpClientFactory>(), services.GetRequiredService<ConnectionCredentials>(),
            services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<RolodexAdapter>>())));
        return crm.AddCrm(new RolodexBuilder(crm), configure);
    }
}

/// <summary>Says what an application wants of Rolodex: what every CRM's builder can say, and the token.</summary>
public sealed class RolodexBuilder(CrmMappingBuilder crm) : CrmBuilder<RolodexBuilder>(crm, RolodexAdapter.KindName)
{
    public RolodexBuilder UseAccessToken(string? token) => UseToken(token, nameof(UseAccessToken));
}
