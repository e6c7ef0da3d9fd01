using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping;

/// <summary>Says what an application wants of HubSpot.</summary>
/// <remarks>Used while services are registered, by one thread.</remarks>
public sealed class HubSpotBuilder : CrmBuilder<HubSpotBuilder>
{
    internal HubSpotBuilder(CrmMappingBuilder crm)
        : base(crm, HubSpot.HubSpotAdapter.KindName)
    {
    }

    /// <summary>Makes the connection named <c>HubSpot</c>, opened by the token of a private app or a service key.</summary>
    /// <param name="token">The token; a null or blank one is a mistake reported at start-up.</param>
    /// <returns>The same builder.</returns>
    public HubSpotBuilder UseAccessToken(string? token)
    {
        UseToken(token, nameof(UseAccessToken));
        return string.IsNullOrWhiteSpace(token) ? this : Configure(options => options.AccessToken = token);
    }

    /// <summary>Says by which OAuth app tokens are refreshed. Connections bring their own refresh tokens.</summary>
    /// <param name="clientId">The app's client id.</param>
    /// <param name="clientSecret">The app's client secret, with which its webhooks are signed as well.</param>
    /// <returns>The same builder.</returns>
    public HubSpotBuilder UseOAuth(string? clientId, string? clientSecret) => Configure(options =>
        (options.ClientId, options.ClientSecret) = (clientId ?? "", clientSecret ?? ""));

    /// <summary>Makes creates harmless to repeat: the local contact's id is kept in a unique property.</summary>
    /// <param name="property">The property's internal name; it must be set up as unique in HubSpot.</param>
    /// <returns>The same builder.</returns>
    public HubSpotBuilder UseExternalId(string property) => Configure(options => options.ExternalIdProperty = property);

    /// <summary>Says how webhooks prove that HubSpot sent them.</summary>
    /// <param name="clientSecret">The client secret of the app whose webhooks arrive.</param>
    /// <param name="publicUrl">The address that HubSpot calls, where a proxy changes it; null where it arrives as called.</param>
    /// <returns>The same builder.</returns>
    public HubSpotBuilder UseWebhooks(string? clientSecret, Uri? publicUrl = null) => Configure(options =>
        (options.WebhookSecret, options.PublicUrl) = (clientSecret ?? "", publicUrl ?? options.PublicUrl));

    /// <summary>Sets any other option.</summary>
    /// <param name="configure">Sets it.</param>
    /// <returns>The same builder.</returns>
    public HubSpotBuilder Configure(Action<HubSpot.HubSpotOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(configure);
        return this;
    }
}
