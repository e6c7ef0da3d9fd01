using System.Text.Json.Serialization;

namespace CrmMapping.Salesforce;

/// <summary>A record of which the id alone is of interest.</summary>
internal sealed record WireId
{
    [JsonPropertyName("Id")]
    public string? Id { get; init; }
}
