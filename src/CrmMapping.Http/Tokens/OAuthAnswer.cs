using System.Text.Json.Serialization;
using NodaTime;

namespace CrmMapping.Http;

/// <summary>Holds the answer of a token endpoint. Prints none of it.</summary>
public sealed record OAuthAnswer
{
    /// <summary>Gets the access token.</summary>
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>Gets the refresh token for the next time; null where the old one stays.</summary>
    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    /// <summary>Gets how many seconds the access token lives; null when nobody says.</summary>
    [JsonPropertyName("expires_in")]
    public long? ExpiresIn { get; init; }

    /// <summary>Gets the error's code of OAuth, such as <c>invalid_grant</c>.</summary>
    [JsonPropertyName("error")]
    public string? Error { get; init; }

    /// <summary>Makes credentials of the answer.</summary>
    /// <param name="kept">The credentials with which it was asked: their refresh token and server stay where the answer brings no other.</param>
    /// <param name="now">The present.</param>
    /// <returns>The credentials; null when the answer brings no access token.</returns>
    public CrmCredentials? ToCredentials(CrmCredentials? kept, Instant now) => string.IsNullOrEmpty(AccessToken) ? null : new CrmCredentials
    {
        AccessToken = AccessToken,
        RefreshToken = string.IsNullOrEmpty(RefreshToken) ? kept?.RefreshToken : RefreshToken,
        ExpiresAt = ExpiresIn is > 0 and var seconds ? now + Duration.FromSeconds(seconds) : null,
        ServerAddress = kept?.ServerAddress,
    };

    /// <summary>Says that this is an answer, and no more.</summary>
    /// <returns>A text without secrets.</returns>
    public override string ToString() => nameof(OAuthAnswer);
}
