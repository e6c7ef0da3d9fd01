using System.Text.Json.Serialization;

namespace CrmMapping.Salesforce;

/// <summary>A lead status as Salesforce sends it.</summary>
internal sealed record WireLeadStatus
{
    [JsonPropertyName("ApiName")]
    public string? ApiName { get; init; }

    [JsonPropertyName("MasterLabel")]
    public string? MasterLabel { get; init; }
}
