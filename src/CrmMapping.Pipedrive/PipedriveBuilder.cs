using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping;

/// <summary>Says what an application wants of Pipedrive.</summary>
/// <remarks>Used while services are registered, by one thread.</remarks>
public sealed class PipedriveBuilder : CrmBuilder<PipedriveBuilder>
{
    internal PipedriveBuilder(CrmMappingBuilder crm)
        : base(crm, Pipedrive.PipedriveAdapter.KindName)
    {
    }

    /// <summary>Makes the connection named <c>Pipedrive</c>, opened by a user's API token.</summary>
    /// <param name="token">The token; a null or blank one is a mistake reported at start-up.</param>
    /// <returns>The same builder.</returns>
    public PipedriveBuilder UseApiToken(string? token)
    {
        UseToken(token, nameof(UseApiToken));
        return string.IsNullOrWhiteSpace(token) ? this : Configure(options => options.ApiToken = token);
    }

    /// <summary>Says by which OAuth app tokens are refreshed. Connections bring their own refresh tokens.</summary>
    /// <param name="clientId">The app's client id.</param>
    /// <param name="clientSecret">The app's client secret.</param>
    /// <returns>The same builder.</returns>
    public PipedriveBuilder UseOAuth(string? clientId, string? clientSecret) => Configure(options =>
        (options.ClientId, options.ClientSecret) = (clientId ?? "", clientSecret ?? ""));

    /// <summary>Keeps the local contact's id in a custom field, so that a create whose answer was lost is found again and not made twice.</summary>
    /// <param name="field">The key of a custom text field, 40 hexadecimal digits.</param>
    /// <returns>The same builder.</returns>
    public PipedriveBuilder UseExternalId(string field) => Configure(options => options.ExternalIdField = field);

    /// <summary>Says how webhooks prove that Pipedrive sent them: by basic authentication, as Pipedrive signs nothing.</summary>
    /// <param name="user">The user name that was given when the webhook was made.</param>
    /// <param name="password">The password that was given with it.</param>
    /// <returns>The same builder.</returns>
    public PipedriveBuilder UseWebhooks(string? user, string? password) => Configure(options =>
        (options.WebhookUser, options.WebhookPassword) = (user ?? "", password ?? ""));

    /// <summary>Sets any other option.</summary>
    /// <param name="configure">Sets it.</param>
    /// <returns>The same builder.</returns>
    public PipedriveBuilder Configure(Action<Pipedrive.PipedriveOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(configure);
        return this;
    }
}
