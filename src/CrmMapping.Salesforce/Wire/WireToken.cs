using System.Text.Json.Serialization;

namespace CrmMapping.Salesforce;

/// <summary>The answer of the token endpoint. Prints none of it.</summary>
internal sealed record WireToken
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("instance_url")]
    public string? InstanceUrl { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }

    /// <summary>Gets the org that the token opens; null where the answer does not say.</summary>
    [JsonIgnore]
    public string? OrgId => Id?.Split('/') is [.., var org, _] && RecordId.IsId(org) ? org : null;

    public override string ToString() => nameof(WireToken);
}
