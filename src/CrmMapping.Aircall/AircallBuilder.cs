using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping;

/// <summary>Says what an application wants of Aircall.</summary>
/// <remarks>Used while services are registered, by one thread.</remarks>
public sealed class AircallBuilder
{
    private readonly CrmMappingBuilder _crm;
    private TelephonyCredentials? _credentials;

    internal AircallBuilder(CrmMappingBuilder crm) => _crm = crm;

    /// <summary>Makes the account named <c>Aircall</c>, of the default tenant, opened by a company's API key.</summary>
    /// <param name="apiId">The key's id.</param>
    /// <param name="apiToken">The key's token.</param>
    /// <param name="webhookTokens">The tokens that Aircall gave for the account's webhooks, one a webhook; without any, no webhook is believed.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>What is null or blank is a mistake reported at start-up.</remarks>
    public AircallBuilder UseApiKey(string? apiId, string? apiToken, params IReadOnlyList<string?> webhookTokens)
    {
        _credentials = new TelephonyCredentials
        {
            KeyId = apiId ?? "",
            Secret = apiToken ?? "",
            WebhookTokens = webhookTokens.Select(static token => token ?? "").ToEquatableArray(),
        };
        return this;
    }

    /// <summary>Says by which OAuth app a technology partner changes codes into access tokens.</summary>
    /// <param name="clientId">The app's client id.</param>
    /// <param name="clientSecret">The app's client secret.</param>
    /// <returns>The same builder.</returns>
    public AircallBuilder UseOAuth(string? clientId, string? clientSecret) => Configure(options =>
        (options.ClientId, options.ClientSecret) = (clientId ?? "", clientSecret ?? ""));

    /// <summary>Sets any other option.</summary>
    /// <param name="configure">Sets it.</param>
    /// <returns>The same builder.</returns>
    public AircallBuilder Configure(Action<Aircall.AircallOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _crm.Services.Configure(configure);
        return this;
    }

    internal CrmMappingBuilder Declare() => _credentials is null
        ? _crm
        : _crm.AddTelephony(new TelephonyAccount(Aircall.AircallAdapter.KindName, Aircall.AircallAdapter.KindName), _credentials);
}
