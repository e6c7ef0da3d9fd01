using NodaTime;

namespace CrmMapping;

/// <summary>Holds what opens an account. Prints nothing of it.</summary>
public sealed record CrmCredentials
{
    /// <summary>Gets the token sent with each request; null when there is none yet.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Gets when the access token ends; null when it does not, or nobody said.</summary>
    public Instant? ExpiresAt { get; init; }

    /// <summary>Gets the token that buys a new access token; null when there is none.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>Gets the address of the account's own server, where the CRM names one with the token.</summary>
    /// <value>The default is null: the address that is configured for the CRM.</value>
    public Uri? ServerAddress { get; init; }

    /// <summary>Says that these are credentials, and no more.</summary>
    /// <returns>A text without secrets.</returns>
    public override string ToString() => "credentials (not shown)";
}
