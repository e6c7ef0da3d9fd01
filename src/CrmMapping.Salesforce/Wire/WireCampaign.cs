using System.Text.Json.Serialization;

namespace CrmMapping.Salesforce;

/// <summary>A campaign as Salesforce sends it.</summary>
internal sealed record WireCampaign
{
    [JsonPropertyName("Id")]
    public string? Id { get; init; }

    [JsonPropertyName("Name")]
    public string? Name { get; init; }
}
