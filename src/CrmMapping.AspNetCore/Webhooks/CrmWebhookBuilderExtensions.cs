using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CrmMapping;

/// <summary>Configures how webhooks are received.</summary>
public static class CrmWebhookBuilderExtensions
{
    /// <summary>Says how webhooks are received; saying nothing leaves every option at its default.</summary>
    /// <param name="crm">The builder.</param>
    /// <param name="configure">Sets the options. What is wrong is reported when the host starts.</param>
    /// <returns>The same builder.</returns>
    public static CrmMappingBuilder Webhooks(this CrmMappingBuilder crm, Action<CrmWebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(crm);
        ArgumentNullException.ThrowIfNull(configure);
        crm.Services.Configure(configure);
        crm.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CrmWebhookOptions>, CrmWebhookOptionsValidator>());
        return crm.CheckAtStart<CrmWebhookOptions>();
    }
}
