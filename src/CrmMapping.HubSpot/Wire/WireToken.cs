using System.Text.Json.Serialization;

namespace CrmMapping.HubSpot;

/// <summary>The answer of the token endpoint.</summary>
internal sealed record WireToken
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("expires_in")]
    public long? ExpiresIn { get; init; }

    public string? Error { get; init; }

    public string? Status { get; init; }

    // Holds tokens, so it prints none of itself.
    public override string ToString() => nameof(WireToken);
}
