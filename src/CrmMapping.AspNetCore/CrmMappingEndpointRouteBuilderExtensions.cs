using System.Diagnostics.CodeAnalysis;
using CrmMapping;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds the endpoints of CrmMapping to an application.</summary>
public static class CrmMappingEndpointRouteBuilderExtensions
{
    /// <summary>Receives the webhooks of every CRM and telephony that was added and sends some.</summary>
    /// <param name="endpoints">The application's endpoints.</param>
    /// <param name="pattern">
    /// Where: each of them calls this address followed by its name, for example <c>/crm-webhooks/hubspot</c>. Where one of them alone sends
    /// webhooks, the address itself receives them as well.
    /// </param>
    /// <returns>The endpoints' conventions, for hosts, rate limits and what else the application wants of them.</returns>
    /// <remarks>
    /// A webhook is believed only after the sender's own proof, so the endpoints need no authorization: with a fallback policy, say
    /// <c>AllowAnonymous()</c>. Options are <see cref="CrmWebhookOptions"/>.
    /// </remarks>
    /// <exception cref="InvalidOperationException"><c>AddCrmMapping</c> was not called.</exception>
    public static IEndpointConventionBuilder MapCrmMappingWebhooks(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/crm-webhooks")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var services = endpoints.ServiceProvider;
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(ICrmNotices)) == false)
        {
            throw new InvalidOperationException(
                "MapCrmMappingWebhooks has nothing to give webhooks to. Call builder.Services.AddCrmMapping(…) before the application is built.");
        }

        // Adapters are made with the first request and not here, so that wrong options are reported by the check at start-up, all at once.
        var endpoint = new Lazy<WebhookEndpoint>(() => WebhookEndpoint.Of(services));
        RequestDelegate receive = context => endpoint.Value.ReceiveAsync(context);
        var group = endpoints.MapGroup(pattern);
        group.MapPost("", receive);
        group.MapPost($"/{{{WebhookEndpoint.KindInPath}}}", receive);
        group.WithDisplayName("CRM webhooks");
        return group;
    }
}
