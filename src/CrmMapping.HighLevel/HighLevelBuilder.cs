using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping;

/// <summary>Says what an application wants of HighLevel.</summary>
/// <remarks>Used while services are registered, by one thread.</remarks>
public sealed class HighLevelBuilder : CrmBuilder<HighLevelBuilder>
{
    internal HighLevelBuilder(CrmMappingBuilder crm)
        : base(crm, HighLevel.HighLevelAdapter.KindName)
    {
    }

    /// <summary>Makes the connection named <c>HighLevel</c>, opened by the private integration token of a sub-account.</summary>
    /// <param name="token">The token; a null or blank one is a mistake reported at start-up.</param>
    /// <param name="locationId">The id of the sub-account, which the token does not tell.</param>
    /// <returns>The same builder.</returns>
    public HighLevelBuilder UsePrivateToken(string? token, string? locationId)
    {
        UseToken(token, nameof(UsePrivateToken));
        return string.IsNullOrWhiteSpace(token)
            ? this
            : Configure(options => (options.PrivateToken, options.LocationId) = (token, locationId));
    }

    /// <summary>Says by which marketplace app tokens are refreshed. Connections bring their own refresh tokens.</summary>
    /// <param name="clientId">The app's client id, whose beginning is the app's id in webhooks.</param>
    /// <param name="clientSecret">The app's client secret.</param>
    /// <returns>The same builder.</returns>
    public HighLevelBuilder UseOAuth(string? clientId, string? clientSecret) => Configure(options =>
        (options.ClientId, options.ClientSecret) = (clientId ?? "", clientSecret ?? ""));

    /// <summary>Sets any other option.</summary>
    /// <param name="configure">Sets it.</param>
    /// <returns>The same builder.</returns>
    public HighLevelBuilder Configure(Action<HighLevel.HighLevelOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(configure);
        return this;
    }
}
