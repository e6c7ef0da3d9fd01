using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping;

/// <summary>Says what an application wants of Aircall.</summary>
/// <remarks>Used while services are registered, by one thread.</remarks>
public sealed class AircallBuilder
{
    private readonly CrmMappingBuilder _crm;
    private TelephonyCredentials? _credentials;
    private EquatableArray<string> _webhookTokens = [];

    internal AircallBuilder(CrmMappingBuilder crm) => _crm = crm;

    /// <summary>Makes the account named <c>Aircall</c>, of the default tenant, opened by a company's API key.</summary>
    /// <param name="apiId">The key's id.</param>
    /// <param name="apiToken">The key's token; a null or blank one is a mistake reported at start-up.</param>
    /// <returns>The same builder.</returns>
    public AircallBuilder UseApiKey(string? apiId, string? apiToken)
    {
        _credentials = new TelephonyCredentials { KeyId = apiId ?? "", Secret = apiToken ?? "" };
        return this;
    }

    /// <summary>Names the tokens that Aircall gave for the webhooks of the account that <see cref="UseApiKey"/> makes; others are not believed.</summary>
    /// <param name="tokens">The tokens, one a webhook.</param>
    /// <returns>The same builder.</returns>
    public AircallBuilder UseWebhooks(params IReadOnlyList<string> tokens)
    {
        _webhookTokens = tokens.ToEquatableArray();
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
        : _crm.AddTelephony(
            new TelephonyAccount(Aircall.AircallAdapter.KindName, Aircall.AircallAdapter.KindName), _credentials with { WebhookTokens = _webhookTokens });
}
